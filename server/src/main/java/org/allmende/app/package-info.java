/**
 * The top of the modules: navigation, start pages, search page, demo content. It may use all
 * others; nobody uses it.
 */
@NullMarked
@ApplicationModule
package org.allmende.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
