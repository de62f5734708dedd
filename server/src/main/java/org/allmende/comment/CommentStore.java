package org.allmende.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of comments. */
@Repository
class CommentStore {

  private final JdbcClient sql;

  CommentStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Comment comment) {
    sql.sql(
            """
            insert into comment_comment (id, tenant, about, kind, words, name, office, person, at, shown_at)
            values (:id, :tenant, :about, :kind, :words, :name, :office, :person, :at, :shownAt)
            """)
        .param("id", comment.id())
        .param("tenant", comment.tenant().slug())
        .param("about", comment.about().toString())
        .param("kind", comment.kind().key())
        .param("words", comment.words())
        .param("name", comment.name())
        .param("office", comment.office())
        .param("person", comment.person() == null ? null : comment.person().value())
        .param("at", comment.at().atOffset(ZoneOffset.UTC))
        .param(
            "shownAt",
            comment.shownAt() == null ? null : comment.shownAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  @AcrossTenants("named by its id in an answered submission")
  Optional<Comment> find(String id) {
    return sql.sql("select * from comment_comment where id = ?")
        .param(id)
        .query(CommentStore::comment)
        .optional();
  }

  /** What everybody reads below a thing, oldest first. */
  @AcrossTenants("asked for by a thing the caller may see")
  List<Comment> of(Ref about) {
    return sql.sql(
            "select * from comment_comment where about = ? and shown_at is not null order by shown_at, id")
        .param(about.toString())
        .query(CommentStore::comment)
        .list();
  }

  /** The objections to the refusal of each thing, oldest first. */
  @AcrossTenants("asked for by things the caller may see")
  Map<Ref, List<Comment>> objections(Collection<Ref> about) {
    return sql
        .sql(
            """
            select * from comment_comment
            where about = any (?) and kind = 'objection' and shown_at is not null order by shown_at, id
            """)
        .param(about.stream().map(Ref::toString).toArray(String[]::new))
        .query(CommentStore::comment)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Comment::about));
  }

  /** Comments as texts, those that are shown. */
  List<Comment> shown(TenantId tenant, Collection<String> ids) {
    return sql.sql(
            """
            select * from comment_comment where tenant = :tenant and id in (:ids) and shown_at is not null
            """)
        .param("tenant", tenant.slug())
        .param("ids", ids)
        .query(CommentStore::comment)
        .list();
  }

  /** What of the person is not shown yet, oldest first. */
  @AcrossTenants("one person's own")
  List<Comment> waiting(PersonId person) {
    return sql.sql(
            "select * from comment_comment where person = ? and shown_at is null order by at, id")
        .param(person.value())
        .query(CommentStore::comment)
        .list();
  }

  /** False if it is shown already. */
  boolean show(String id, Instant at) {
    return sql.sql("update comment_comment set shown_at = ? where id = ? and shown_at is null")
            .params(at.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }

  /** What is said below the thing goes to the tenant, hidden and waiting too; returns what went. */
  @AcrossTenants("from one tenant to another is the point")
  List<Ref> carry(Ref about, TenantId to) {
    return sql.sql("update comment_comment set tenant = ? where about = ? returning id")
        .params(to.slug(), about.toString())
        .query((row, number) -> new Ref(Comment.KIND, row.getString(1)))
        .list();
  }

  void reword(String id, String words, String name) {
    sql.sql("update comment_comment set words = ?, name = ? where id = ?")
        .params(words, name, id)
        .update();
  }

  @AcrossTenants("one person's own")
  List<Comment> of(PersonId person) {
    return sql.sql("select * from comment_comment where person = ? order by at, id")
        .param(person.value())
        .query(CommentStore::comment)
        .list();
  }

  /** What was said stays, who said it does not; what was never shown goes. */
  @AcrossTenants("one person's own")
  void forget(PersonId person) {
    sql.sql(
            """
            update comment_hidden set words = words - 'name'
            where about in (select 'comment:' || id from comment_comment where person = ?)
            """)
        .param(person.value())
        .update();
    sql.sql("delete from comment_comment where person = ? and shown_at is null")
        .param(person.value())
        .update();
    sql.sql("update comment_comment set person = null, name = '' where person = ?")
        .param(person.value())
        .update();
  }

  private static Comment comment(ResultSet row, int number) throws SQLException {
    String person = row.getString("person");
    OffsetDateTime shown = row.getObject("shown_at", OffsetDateTime.class);
    return new Comment(
        row.getString("id"),
        new TenantId(row.getString("tenant")),
        Ref.parse(row.getString("about")),
        CommentKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("words"),
        row.getString("name"),
        row.getString("office"),
        person == null ? null : new PersonId(person),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        shown == null ? null : shown.toInstant());
  }
}
