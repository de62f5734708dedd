package org.allmende.wish;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.allmende.base.id.Origin;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Data a department could open.
 *
 * @param host who harvested it from a workshop
 * @param acceptedAt null while it waits to be accepted by the tenant it was harvested for
 */
public record Potential(
    PotentialId id,
    TenantId tenant,
    @Nullable TenantId host,
    Offer offer,
    Visibility visibility,
    @Nullable Instant acceptedAt,
    @Nullable PersonId offeredBy,
    @Nullable Origin origin,
    int version,
    Instant createdAt) {

  String url() {
    return "/" + tenant.slug() + "/potentials/" + id;
  }

  /** The same potential offered otherwise, as somebody did who saw that version. */
  Potential offering(Offer other, Visibility who, int seen) {
    return new Potential(
        id, tenant, host, other, who, acceptedAt, offeredBy, origin, seen, createdAt);
  }

  boolean isPublic() {
    return visibility == Visibility.PUBLIC && acceptedAt != null;
  }

  /**
   * What is offered.
   *
   * @param department id of the department that holds the data
   * @param contactRole function that knows them
   * @param procedure software or procedure they come from
   * @param area what they cover in space
   * @param timeSpan what they cover in time
   * @param screening how they were found: own screening, other towns', stakeholders
   * @param publishedElsewhere address where they can be seen already
   * @param remedy what removes the obstacles
   * @param effortUpdate effort of each update
   * @param license licence that is possible
   * @param highValue falls under the EU list of high-value datasets
   * @param internalUsers who inside needs them
   */
  public record Offer(
      String title,
      @Nullable String summary,
      @Nullable String topic,
      @Nullable String department,
      @Nullable String contactRole,
      @Nullable String procedure,
      @Nullable String columns,
      @Nullable String area,
      @Nullable String timeSpan,
      @Nullable String rhythm,
      @Nullable String currentForm,
      @Nullable String screening,
      @Nullable String publishedElsewhere,
      PersonalData personalData,
      List<Obstacle> obstacles,
      @Nullable Remedy remedy,
      @Nullable String quality,
      @Nullable Effort effort,
      @Nullable Effort effortUpdate,
      @Nullable String license,
      boolean highValue,
      @Nullable String internalUsers) {

    /** The same offered by a department. */
    public Offer by(String id) {
      return new Offer(
          title,
          summary,
          topic,
          id,
          contactRole,
          procedure,
          columns,
          area,
          timeSpan,
          rhythm,
          currentForm,
          screening,
          publishedElsewhere,
          personalData,
          obstacles,
          remedy,
          quality,
          effort,
          effortUpdate,
          license,
          highValue,
          internalUsers);
    }

    static Offer of(String title, @Nullable String topic) {
      return new Offer(
          title,
          null,
          topic,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          PersonalData.UNKNOWN,
          List.of(),
          null,
          null,
          null,
          null,
          null,
          false,
          null);
    }
  }

  /** How much the data say about single people. */
  public enum PersonalData {
    UNKNOWN,
    NONE,
    AGGREGATED,
    PSEUDONYMOUS,
    PERSONAL;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What stands against opening them. */
  public enum Obstacle {
    PERSONAL_DATA,
    THIRD_PARTY_RIGHTS,
    TRADE_SECRET,
    STATISTICAL_SECRECY,
    SECURITY,
    CONTRACT;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What removes an obstacle. */
  public enum Remedy {
    AGGREGATE,
    DROP_COLUMNS,
    ANONYMISE,
    DELAY,
    NONE;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How much work it is. */
  public enum Effort {
    S(2),
    M(3),
    L(4);

    private final int weight;

    Effort(int weight) {
      this.weight = weight;
    }

    /** What the benefit is divided by. */
    public int weight() {
      return weight;
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
