package org.allmende.catalog.dcat;

import java.util.Locale;
import org.apache.jena.riot.RDFFormat;
import org.jspecify.annotations.Nullable;

/** The forms in which the catalogue is offered, by the ending of the address. */
enum Format {
  TTL("text/turtle;charset=utf-8", "TURTLE"),
  RDF("application/rdf+xml;charset=utf-8", "RDF_XML"),
  JSONLD("application/ld+json;charset=utf-8", "JSONLD");

  private final String contentType;
  private final String type;

  Format(String contentType, String type) {
    this.contentType = contentType;
    this.type = type;
  }

  static @Nullable Format of(String ending) {
    for (Format format : values()) {
      if (format.ending().equals(ending)) {
        return format;
      }
    }
    return null;
  }

  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  String contentType() {
    return contentType;
  }

  /** Jena's name of it, asked for only when something is written, because it wakes Jena up. */
  RDFFormat writer() {
    return switch (type) {
      case "TURTLE" -> RDFFormat.TURTLE_PRETTY;
      case "RDF_XML" -> RDFFormat.RDFXML_PLAIN;
      default -> RDFFormat.JSONLD_PLAIN;
    };
  }
}
