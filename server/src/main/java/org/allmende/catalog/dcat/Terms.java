package org.allmende.catalog.dcat;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sys.JenaSystem;

/** The words of the vocabularies that the catalogue is written in. */
final class Terms {

  static {
    JenaSystem.init();
  }

  static final String DCAT = "http://www.w3.org/ns/dcat#";
  static final String DCT = "http://purl.org/dc/terms/";
  static final String FOAF = "http://xmlns.com/foaf/0.1/";
  static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
  static final String DCATDE = "http://dcat-ap.de/def/dcatde/";
  static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
  static final String GEOCODING = "http://dcat-ap.de/def/politicalGeocoding/";
  static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
  static final String THEMES = "http://publications.europa.eu/resource/authority/data-theme";
  static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";

  private Terms() {}

  static Property dcat(String name) {
    return ResourceFactory.createProperty(DCAT, name);
  }

  static Property dct(String name) {
    return ResourceFactory.createProperty(DCT, name);
  }

  static Property foaf(String name) {
    return ResourceFactory.createProperty(FOAF, name);
  }

  static Property vcard(String name) {
    return ResourceFactory.createProperty(VCARD, name);
  }

  static Property dcatde(String name) {
    return ResourceFactory.createProperty(DCATDE, name);
  }

  static Property hydra(String name) {
    return ResourceFactory.createProperty(HYDRA, name);
  }

  static Resource type(String iri) {
    return ResourceFactory.createResource(iri);
  }
}
