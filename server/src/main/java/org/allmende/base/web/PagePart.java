package org.allmende.base.web;

import gg.jte.Content;

/** A part of a page that a module above gives to a page below, drawn when the page is. */
@FunctionalInterface
public interface PagePart {

  Content on(Page page);
}
