package org.allmende.tabular;

/** The reasons for which a file or a correction is refused as a whole. */
public enum RefusalCode {
  /** 0 bytes. */
  EMPTY_FILE,
  /** Only blanks and line breaks. */
  ONLY_BLANKS,
  /** A PDF document. */
  PDF,
  /** An Excel workbook of today (xlsx, xlsm, xlsb). */
  EXCEL,
  /** A binary Excel or Word file of before 2007 (xls, doc). */
  OLD_OFFICE,
  /** A Word or PowerPoint document. */
  OFFICE_DOCUMENT,
  /** An OpenDocument file (ods, odt). */
  OPEN_DOCUMENT,
  /** A ZIP archive. */
  ZIP,
  /** Another compressed archive (gz, 7z, rar, bz2, xz). {0} its kind. */
  ARCHIVE,
  /** A picture. {0} its kind. */
  IMAGE,
  /** A web page. */
  HTML,
  /** An XML file. */
  XML,
  /** A JSON file. */
  JSON,
  /** A rich text document. */
  RTF,
  /** Holds bytes no text has. {0} offset of the first, in bytes from 0. */
  BINARY,
  /** More columns than can be kept. {0} columns found, {1} columns allowed. */
  TOO_MANY_COLUMNS,
  /** The header line a person chose does not exist. {0} line chosen, {1} last line looked at. */
  NO_SUCH_HEADER_LINE,
  /** The delimiter a person chose is not one character, or is a quote or line break. {0} chosen. */
  NO_SUCH_DELIMITER,
  /** A corrected column does not exist. {0} position chosen, {1} columns there are. */
  NO_SUCH_COLUMN,
  /** Two columns were given the same name, or one an empty name. {0} the name. */
  NAME_NOT_DISTINCT,
  /** Every column was left out. */
  NO_COLUMN_LEFT
}
