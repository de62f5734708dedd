package org.allmende.base.web;

import java.util.List;

/**
 * What surrounds the content of a page; comes down from the module that knows all others.
 *
 * @param main the entries for everybody
 * @param desk the second bar of staff; empty for everybody else
 * @param footer the legal and technical links
 * @param demo whether every page is marked as example content
 * @param inbox how many notices the person has not read
 */
public record Frame(
    Brand brand,
    List<NavItem> main,
    List<NavItem> desk,
    List<NavItem> footer,
    boolean demo,
    int inbox) {}
