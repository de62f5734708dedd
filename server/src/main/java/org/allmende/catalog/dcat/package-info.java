/**
 * The catalogue as DCAT-AP.de: one graph that is valid under 2.0 with its conventions and under
 * 3.0. The only place that knows RDF.
 */
@NullMarked
package org.allmende.catalog.dcat;

import org.jspecify.annotations.NullMarked;
