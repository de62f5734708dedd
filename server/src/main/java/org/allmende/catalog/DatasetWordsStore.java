package org.allmende.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.comment.PublicText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that takes away what people wrote about a dataset and puts it back. */
@Repository
class DatasetWordsStore {

  private final JdbcClient sql;

  DatasetWordsStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** What everybody reads on the pages of datasets, withdrawn ones too. */
  List<PublicText> texts(TenantId tenant, Collection<String> ids) {
    return sql.sql(
            """
            select id, tenant, created_by, concat_ws(E'\\n', title, nullif(description, ''), attribution,
              contact_function, nullif(array_to_string(keywords, ', '), '')) as words
            from catalog_dataset
            where tenant = :tenant and id in (:ids) and state in ('published', 'withdrawn')
            """)
        .param("tenant", tenant.slug())
        .param("ids", ids)
        .query(DatasetWordsStore::text)
        .list();
  }

  private static PublicText text(ResultSet row, int number) throws SQLException {
    var id = new DatasetId(row.getString("id"));
    var tenant = new TenantId(row.getString("tenant"));
    String author = row.getString("created_by");
    return new PublicText(
        id.ref(),
        tenant,
        row.getString("words"),
        "/" + tenant + "/datasets/" + id,
        author == null ? null : new PersonId(author));
  }

  /** Puts the sentence in the place of all that was written; harvesters see a change. */
  Map<String, String> take(String id, String sentence, Instant now) {
    Map<String, String> taken = new LinkedHashMap<>();
    sql.sql(
            """
            select title, description, attribution, contact_function,
              array_to_string(keywords, E'\\n') as keywords
            from catalog_dataset where id = ? for update
            """)
        .param(id)
        .query()
        .singleRow()
        .forEach((column, words) -> {
          if (words != null) {
            taken.put(column, words.toString());
          }
        });
    sql.sql(
            """
            update catalog_dataset set title = :sentence, description = :sentence, attribution = null,
              contact_function = null, keywords = '{}', changed_at = :now, version = version + 1
            where id = :id
            """)
        .param("sentence", sentence)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
    return taken;
  }

  void putBack(String id, Map<String, String> words, Instant now) {
    sql.sql(
            """
            update catalog_dataset set title = :title, description = :description,
              attribution = :attribution, contact_function = :contact,
              keywords = coalesce(string_to_array(nullif(:keywords, ''), E'\\n'), '{}'),
              changed_at = :now, version = version + 1
            where id = :id
            """)
        .param("title", words.get("title"))
        .param("description", words.getOrDefault("description", ""))
        .param("attribution", words.get("attribution"))
        .param("contact", words.get("contact_function"))
        .param("keywords", words.getOrDefault("keywords", ""))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }
}
