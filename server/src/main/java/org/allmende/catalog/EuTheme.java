package org.allmende.catalog;

/** The data themes of the European Union, as DCAT-AP wants them. */
public enum EuTheme {
  AGRI,
  ECON,
  EDUC,
  ENER,
  ENVI,
  GOVE,
  HEAL,
  INTR,
  JUST,
  REGI,
  SOCI,
  TECH,
  TRAN;

  /** IRI in the vocabulary of the EU's Publications Office. */
  public String uri() {
    return "http://publications.europa.eu/resource/authority/data-theme/" + name();
  }
}
