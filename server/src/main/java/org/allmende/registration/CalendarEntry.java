package org.allmende.registration;

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
import org.allmende.base.id.Ref;
import org.allmende.base.web.PublicAddress;

/**
 * An appointment for people's calendars; its UID never changes, so that a second download replaces
 * the first.
 */
public final class CalendarEntry {

  private CalendarEntry() {}

  /** The file a calendar program takes. */
  public static String of(Appointment appointment, PublicAddress here, Clock clock) {
    String page = here.of(appointment.origin().url());
    ZoneId zone = clock.getZone();
    Ref about = appointment.about();
    var event = new VEvent(false);
    event.add(new Uid(about.kind() + "-" + about.id() + "@" + URI.create(here.url()).getHost()));
    event.add(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    event.add(new DtStart<>(at(appointment.startsAt(), zone)));
    event.add(new DtEnd<>(at(appointment.endsAt(), zone)));
    event.add(new Summary(appointment.origin().title()));
    event.add(new Description(appointment.organiser() + "\n" + page));
    event.add(new Location(appointment.place() == null ? page : appointment.place()));
    event.add(new Url(URI.create(page)));
    var calendar = new Calendar();
    calendar.add(new ProdId("-//Allmende//Termin//DE"));
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
