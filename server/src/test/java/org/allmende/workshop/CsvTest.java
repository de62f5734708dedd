package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells a spreadsheet shows and does not compute. */
class CsvTest {

  @Test
  void aCellStaysWhatItSays() {
    assertThat(Csv.line(List.of("Bäume „am“ Weg 🌳", "er sagte \"ja\"; sie\nnein", "12", "-3,5")))
        .isEqualTo("\"Bäume „am“ Weg 🌳\";\"er sagte \"\"ja\"\"; sie\nnein\";\"12\";\"-3,5\"\r\n");
  }

  @Test
  void nothingIsComputed() {
    assertThat(
            Csv.line(
                List.of(
                    "=1+1", "+49 2841", "-weniger", "@SUM(A1)", "\t=cmd", " \n=1", "＝1", "a=b")))
        .isEqualTo(
            "\"'=1+1\";\"'+49 2841\";\"'-weniger\";\"'@SUM(A1)\";\"'\t=cmd\";\"' \n=1\";\"'＝1\";\"a=b\"\r\n");
  }
}
