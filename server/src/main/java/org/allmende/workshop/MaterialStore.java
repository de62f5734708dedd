package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.allmende.base.blob.Blob;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the materials of workshops. */
@Repository
class MaterialStore {

  private final JdbcClient sql;

  MaterialStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Material material, @Nullable PersonId by, Instant now) {
    Material.StoredFile file = material.file();
    sql.sql(
            """
            insert into workshop_material
              (id, workshop, kind, title, url, sha256, bytes, name, license, credit, shown, at, by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                material.id(),
                material.workshop().value(),
                material.kind().key(),
                material.title(),
                material.url(),
                file == null ? null : file.content().sha256(),
                file == null ? null : file.content().bytes(),
                file == null ? null : file.name(),
                file == null ? null : file.license(),
                material.credit(),
                material.shown().key(),
                Timestamp.from(now),
                by == null ? null : by.value()))
        .update();
  }

  List<Material> of(WorkshopId workshop) {
    return sql.sql("select * from workshop_material where workshop = ? order by at, id")
        .param(workshop.value())
        .query(MaterialStore::material)
        .list();
  }

  void show(String id, Shown shown) {
    sql.sql("update workshop_material set shown = ? where id = ?").params(shown.key(), id).update();
  }

  void delete(String id) {
    sql.sql("delete from workshop_material where id = ?").param(id).update();
  }

  void forget(PersonId person) {
    sql.sql("update workshop_material set by = null where by = ?").param(person.value()).update();
  }

  private static Material material(ResultSet row, int number) throws SQLException {
    String sha256 = row.getString("sha256");
    return new Material(
        row.getString("id"),
        new WorkshopId(row.getString("workshop")),
        MaterialKind.of(row.getString("kind")),
        row.getString("title"),
        row.getString("url"),
        sha256 == null
            ? null
            : new Material.StoredFile(
                new Blob(sha256, row.getLong("bytes")),
                row.getString("name"),
                row.getString("license")),
        row.getString("credit"),
        Shown.of(row.getString("shown")));
  }
}
