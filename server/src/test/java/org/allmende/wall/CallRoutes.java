package org.allmende.wall;

import static org.allmende.base.web.Role.FACILITATOR;
import static org.allmende.base.web.Role.OFFICER;
import static org.allmende.base.web.Role.STEWARD;
import static org.allmende.wall.Route.closed;
import static org.allmende.wall.Route.open;
import static org.allmende.wall.Routes.ANNOUNCED;
import static org.allmende.wall.Routes.ANYBODY;
import static org.allmende.wall.Routes.BY_CODE;
import static org.allmende.wall.Routes.BY_LINK;
import static org.allmende.wall.Routes.BY_PLACE;
import static org.allmende.wall.Routes.LISTS;
import static org.allmende.wall.Routes.PAGE;

import java.util.List;
import java.util.stream.Stream;

/** The calls of a tenant's programs. */
final class CallRoutes {

  private CallRoutes() {}

  static List<Route> all() {
    return Stream.of(
            open("GET wishes", LISTS),
            open("POST wishes", ANYBODY, "need=Neuer Wunsch"),
            open("GET wishes/{wish}", PAGE),
            open("GET wishes/{wish}/thread", PAGE),
            open("POST wishes/{wish}/supports", ANYBODY, "organisation=Verein"),
            open("GET figures", "figures are sums"),
            open("GET priorities", LISTS),
            closed("GET wishes/{wish}/suggestions", STEWARD),
            closed("POST wishes/{wish}/listing", STEWARD),
            closed("POST wishes/{wish}/matches", STEWARD, "kind=potential&id={potentials}"),
            closed("POST wishes/{wish}/refusals", STEWARD, "code=not-ours&reason=Nein"),
            closed(
                "POST wishes/{wish}/commitments",
                STEWARD,
                "department={department}&owner=Sachgebiet&dueOn=2099-01-01"),
            open("GET comments", PAGE),
            open(
                "POST comments",
                ANYBODY,
                "about=wish:{wishes}&words=Auch abends?&contact=wer@buerger.example"),
            open(
                "POST reports",
                "every reader may report a text",
                "about=wish:{wishes}&rule=other&words=Das stimmt nicht"),
            open("GET moderation", "the log names neither texts nor people"),
            closed("GET texts", STEWARD),
            closed("POST texts/{about}/decisions", STEWARD, "outcome=kept&rule=other&reason=Gut"),
            open("GET potentials", LISTS),
            open("GET potentials/{potential}", PAGE),
            closed("POST potentials", OFFICER, "title=Neues Potenzial"),
            open("GET commitments/{id}", PAGE),
            closed("PATCH commitments/{id}", STEWARD, "note=Es geht voran"),
            closed("POST commitments/{commitment}/dataset", STEWARD),
            open("GET departments", "who a promise can come from"),
            open("GET places", "what one can subscribe to"),
            open("GET datasets", LISTS),
            open("GET datasets/{id}", PAGE),
            open("GET datasets/{id}/files/{fileId}/rows", PAGE),
            open("GET datasets/{id}/uses", PAGE),
            open("POST datasets/{id}/uses", ANYBODY, "title=Neue Nutzung"),
            closed(
                "POST datasets",
                OFFICER,
                "title=Neu&description=Neu&department={department}&license=dl-zero-de/2.0&contact=a@b.example"),
            closed("PATCH datasets/{id}", STEWARD, "title=Anders"),
            closed("POST datasets/{id}/files", OFFICER, "file=@"),
            closed("POST datasets/{id}/files/{fileId}/versions", STEWARD, "file=@"),
            closed("GET datasets/{id}/files/{fileId}/reading", OFFICER),
            closed("PUT datasets/{id}/files/{fileId}/reading", STEWARD, "headerLine=1"),
            closed(
                "POST datasets/{id}/publication",
                STEWARD,
                "commitment={commitments}&checks.legal=on&checks.personalData=on&checks.license=on&checks.contact=on"),
            open("GET topics", "the Musterdatenkatalog"),
            open("GET topics/suggestions", "anybody may ask what a text is about"),
            closed("PUT wishes/{wish}/topic", STEWARD, "topic=spielplatz-und-spielstaette"),
            closed("GET synonyms", STEWARD),
            closed("POST synonyms", STEWARD, "word=Bankerl&means=Sitzbank"),
            closed("POST synonyms/{id}/off", STEWARD),
            closed("POST synonyms/{id}/on", STEWARD),
            closed("DELETE synonyms/{id}", STEWARD),
            open("GET registrations/{about}", ANNOUNCED),
            open("POST registrations/{about}", ANYBODY, "name=Wer&contact=wer@buerger.example"),
            open("GET registrations/own/{link}", BY_LINK),
            open("POST registrations/own/{link}/{deed}", BY_LINK, "people=1"),
            closed("GET registrations/{about}/list", FACILITATOR),
            closed("GET registrations/{about}/changes", FACILITATOR),
            closed(
                "POST registrations/{about}/priorities",
                FACILITATOR,
                "registration={registration}&reason=Eilt"),
            closed("PATCH registrations/{about}", FACILITATOR, "capacity=60"),
            open("POST workshops/{id}/entrances", BY_LINK, "registration=wer"),
            open("GET workshops", ANNOUNCED),
            open("GET workshops/{id}", ANNOUNCED),
            open("POST workshops/{id}/join", BY_CODE, "code=NEIN-0000&name=Wer"),
            closed(
                "POST workshops",
                FACILITATOR,
                "title=Neu&template=empty&startsAt=2099-01-01T10:00:00Z&endsAt=2099-01-01T12:00:00Z"),
            open(
                "POST subscriptions",
                "anybody may hear of what is public",
                "contact=wer@buerger.example"),
            closed("GET workshops/{id}/participants", FACILITATOR),
            closed("POST workshops/{id}/talk/slide", FACILITATOR, "slide={slides}"),
            closed("POST workshops/{id}/votes/{vote}/opening", FACILITATOR),
            closed("POST workshops/{id}/phase", FACILITATOR, "to=next"),
            closed("GET workshops/{id}/acts", FACILITATOR),
            closed("POST workshops/{id}/acts", FACILITATOR, "kind=announcement&words=Gleich"),
            closed("POST workshops/{id}/acts/{act}/end", FACILITATOR),
            closed("GET workshops/{id}/next", FACILITATOR),
            closed(
                "POST workshops/{id}/next",
                FACILITATOR,
                "title=Noch einmal&startsAt=2099-12-05T10:00:00Z&endsAt=2099-12-05T12:00:00Z"),
            closed("GET workshops/{id}/agenda", FACILITATOR),
            closed(
                "POST workshops/{id}/agenda",
                FACILITATOR,
                "version=1&kind=review&title=Neu&minutes=5"),
            closed(
                "PATCH workshops/{id}/agenda/{phase}",
                FACILITATOR,
                "version={agendaVersion}&title=Anders"),
            closed(
                "POST workshops/{id}/agenda/{phase}/moves",
                FACILITATOR,
                "version={agendaVersion}&to=5"),
            closed("POST workshops/{id}/agenda/{phase}/restoration", FACILITATOR),
            closed(
                "POST workshops/{id}/agenda/{phase}/removal",
                FACILITATOR,
                "version={agendaVersion}"),
            closed("GET workshops/{id}/groups", FACILITATOR),
            open("GET workshops/{id}/groups/mine", BY_PLACE),
            closed("POST workshops/{id}/groups", FACILITATOR, "groups=1"),
            closed("POST workshops/{id}/groups/{round}/repairs", FACILITATOR),
            closed("POST workshops/{id}/groups/{round}/release", FACILITATOR),
            closed(
                "POST workshops/{id}/groups/rules",
                FACILITATOR,
                "kind=apart&one={member}&other={companion}"),
            closed("GET workshops/{id}/notes", FACILITATOR),
            closed("POST workshops/{id}/notes", FACILITATOR, "text=Neuer Zettel"),
            closed("PUT workshops/{id}/notes/{note}/dots", FACILITATOR, "count=1"),
            closed("POST workshops/{id}/notes/{note}/harvest", FACILITATOR, "as=question"),
            closed("GET workshops/{id}/cards", FACILITATOR),
            closed("POST workshops/{id}/cards", FACILITATOR, "text=Vom Papier"),
            closed("PUT workshops/{id}/cards/{note}/dots", FACILITATOR, "count=1"),
            open("GET workshops/{id}/contacts", BY_PLACE),
            open("PUT workshops/{id}/contacts/own", BY_PLACE, "name=Wer&reach=02841 1234"),
            open("DELETE workshops/{id}/contacts/own", BY_PLACE),
            open("POST workshops/{id}/contacts/offers", BY_PLACE, "to={member}"),
            open("POST workshops/{id}/contacts/withdrawals", BY_PLACE, "to={member}"),
            open("GET workshops/{id}/materials", ANNOUNCED),
            closed(
                "POST workshops/{id}/materials",
                FACILITATOR,
                "title=Bericht&kind=report&url=https://moers.example/bericht&shown=now"),
            closed("PATCH workshops/{id}/materials/{material}", FACILITATOR, "shown=results"),
            closed("POST workshops/{id}/materials/{material}/removal", FACILITATOR),
            closed("GET workshops/{id}/feedback", FACILITATOR),
            open("POST workshops/{id}/feedback", BY_PLACE, "feedback=Kürzer"),
            closed("GET workshops/{id}/improvements", FACILITATOR),
            closed("POST workshops/{id}/improvements", FACILITATOR, "sentence=Kürzer"),
            closed("PATCH workshops/{id}/improvements/{improvement}", FACILITATOR, "state=done"),
            closed("GET workshops/{id}/talks/{talk}", FACILITATOR),
            closed("POST workshops/{id}/talks/{talk}/slides", FACILITATOR, "file=bank.png"),
            closed("PATCH workshops/{id}/talks/{talk}/slides/{slide}", FACILITATOR, "depth=more"),
            closed("POST workshops/{id}/talks/{talk}/slides/{slide}/moves", FACILITATOR),
            closed("POST workshops/{id}/talks/{talk}/slides/{slide}/removal", FACILITATOR),
            closed(
                "POST workshops/{id}/talks/{talk}/votes",
                FACILITATOR,
                "question=Sitzen Sie gern?&answers=Ja\nNein"),
            closed("POST workshops/{id}/talks/{talk}/votes/{vote}/removal", FACILITATOR),
            open("GET workshops/{id}/talk", BY_PLACE),
            open("GET workshops/{id}/votes", "results are public once released"),
            closed("POST workshops/{id}/votes/{vote}/closing", FACILITATOR),
            closed("POST workshops/{id}/votes/{vote}/leaving", FACILITATOR),
            open("PUT workshops/{id}/votes/{vote}/answer", BY_PLACE, "answer=0"),
            open("GET workshops/{id}/questions", "results are public once released"),
            closed("POST workshops/{id}/questions", FACILITATOR, "question=Wer putzt?"),
            closed("PUT workshops/{id}/questions/{question}/support", FACILITATOR),
            closed("DELETE workshops/{id}/questions/{question}/support", FACILITATOR),
            closed("POST workshops/{id}/questions/{question}/call", FACILITATOR),
            closed(
                "POST workshops/{id}/questions/{question}/answer", FACILITATOR, "answer=Die Stadt"),
            closed(
                "POST workshops/{id}/questions/{question}/removal", FACILITATOR, "reason=Doppelt"),
            closed("POST workshops/{id}/release", FACILITATOR))
        .map(call ->
            new Route(
                call.method(),
                "/{tenant}/api/v1/" + call.pattern(),
                call.why(),
                call.opener(),
                call.fields()))
        .toList();
  }
}
