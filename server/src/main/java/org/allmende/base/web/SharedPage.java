package org.allmende.base.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The page is the same for everybody without a login as long as nothing in the database changes. It
 * may depend on its address, the language, the colours, the day and the database, and on nothing
 * else: not on the search index, which trails the database, and not on who is asking.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SharedPage {}
