package org.allmende.workshop;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.allmende.base.web.PublicAddress;
import org.allmende.tenant.Tenant;

/**
 * A workshop for people's calendars; its UID never changes, so that a second download replaces the
 * first.
 */
final class CalendarEntry {

  private CalendarEntry() {}

  static String of(Workshop workshop, Tenant owner, PublicAddress here, Clock clock) {
    String page = here.of(workshop.url(""));
    ZoneId zone = clock.getZone();
    var event = new VEvent(false);
    event.add(new Uid("workshop-" + workshop.id() + "@" + URI.create(here.url()).getHost()));
    event.add(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    event.add(new DtStart<>(at(workshop.startsAt(), zone)));
    event.add(new DtEnd<>(at(workshop.endsAt(), zone)));
    event.add(new Summary(workshop.title()));
    event.add(new Description(owner.name() + "\n" + page));
    event.add(new Location(workshop.place() == null ? page : workshop.place()));
    event.add(new Url(URI.create(page)));
    var calendar = new Calendar();
    calendar.add(new ProdId("-//Allmende//Workshop//DE"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    TimeZone rules =
        TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(zone.getId());
    if (rules != null) {
      calendar.add(rules.getVTimeZone());
    }
    calendar.add(event);
    return text(calendar);
  }

  private static ZonedDateTime at(Instant instant, ZoneId zone) {
    return instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
  }

  private static String text(Calendar calendar) {
    var writer = new StringWriter();
    try {
      new CalendarOutputter().output(calendar, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }
}
