package org.allmende.wall;

import static org.allmende.base.web.Role.ADMIN;
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

/** The pages and forms of a tenant. */
final class PageRoutes {

  private PageRoutes() {}

  static List<Route> all() {
    return List.of(
        open("GET /{tenant}", LISTS),
        open("GET /{tenant}/", LISTS),
        open("GET /{tenant}/search", LISTS),
        open("GET /{tenant}/figures", "figures are sums"),
        open("GET /{tenant}/legal/{topic}", "imprint and the like"),
        open("GET /{tenant}/legal/interfaces", "what programs can read"),
        open("GET /{tenant}/legal/barrier", "every reader may meet a barrier"),
        open("POST /{tenant}/barriers", "every reader may meet a barrier", "text=Zu klein"),
        open("GET /{tenant}/look/{hash}.css", "colours"),
        open("GET /{tenant}/catalog", LISTS),
        open("GET /{tenant}/catalog.{format}", LISTS),
        // wishes
        open("GET /{tenant}/wishes", LISTS),
        open("GET /{tenant}/wishes/new", ANYBODY),
        open("POST /{tenant}/wishes", ANYBODY, "need=Neuer Wunsch"),
        open("GET /{tenant}/wishes/{wish}", PAGE),
        open("POST /{tenant}/wishes/{wish}/supports", ANYBODY, "organisation=Verein"),
        open("GET /{tenant}/wishes/{wish}/private/{token}", BY_LINK),
        open(
            "POST /{tenant}/wishes/{wish}/private/{token}/wording",
            BY_LINK,
            "need=Anders&version=1"),
        open("POST /{tenant}/wishes/{wish}/private/{token}/answers", BY_LINK, "answer=Ja"),
        open(
            "POST /{tenant}/wishes/{wish}/private/{token}/following",
            BY_LINK,
            "contact=wer@buerger.example"),
        open("POST /{tenant}/wishes/{wish}/private/{token}/withdrawal", BY_LINK),
        open("GET /{tenant}/priorities", LISTS),
        closed("POST /{tenant}/wishes/{wish}/rank", STEWARD, "rank=1&reason=Eilt&direction=up"),
        closed("GET /{tenant}/desk", STEWARD),
        closed("GET /{tenant}/desk/wishes/{wish}", STEWARD),
        closed("POST /{tenant}/desk/wishes/{wish}/listing", STEWARD),
        closed(
            "POST /{tenant}/desk/wishes/{wish}/topic",
            STEWARD,
            "topic=spielplatz-und-spielstaette"),
        closed("POST /{tenant}/desk/wishes/{wish}/questions", STEWARD, "question=Welche Bank?"),
        closed(
            "POST /{tenant}/desk/wishes/{wish}/matches",
            STEWARD,
            "target=potential:{potentials}&kind=exact"),
        closed("POST /{tenant}/desk/wishes/{wish}/refusals", STEWARD, "code=not-ours&reason=Nein"),
        closed("POST /{tenant}/desk/wishes/{wish}/reopenings", STEWARD, "reopening=Doch"),
        closed(
            "POST /{tenant}/desk/wishes/{wish}/forwardings",
            STEWARD,
            "to={neighbour}&forwardReason=Dorthin"),
        closed("POST /{tenant}/desk/wishes/{wish}/takeovers", STEWARD),
        closed("POST /{tenant}/desk/wishes/{wish}/returns", STEWARD, "handBack=Nicht unseres"),
        closed("POST /{tenant}/desk/wishes/{wish}/mergers", STEWARD, "into={wishes}"),
        closed(
            "POST /{tenant}/desk/wishes/{wish}/commitments",
            STEWARD,
            "department={department}&owner=Sachgebiet&dueOn=2099-01-01"),
        closed("POST /{tenant}/desk/potentials/{potential}/acceptance", STEWARD),
        // comments
        open("GET /{tenant}/comments/new", ANYBODY),
        open(
            "POST /{tenant}/comments",
            ANYBODY,
            "about=wish:{wishes}&words=Auch abends?&contact=wer@buerger.example"),
        open("GET /{tenant}/comments/waiting/{link}", BY_LINK),
        // reported texts
        open("GET /{tenant}/reports/new", "every reader may report a text"),
        open(
            "POST /{tenant}/reports",
            "every reader may report a text",
            "about=wish:{wishes}&rule=other&words=Das stimmt nicht"),
        open("GET /{tenant}/legal/moderation", "the log names neither texts nor people"),
        closed("GET /{tenant}/desk/texts", STEWARD),
        closed("GET /{tenant}/desk/texts/{about}", STEWARD),
        closed(
            "POST /{tenant}/desk/texts/{about}/decisions",
            STEWARD,
            "outcome=kept&rule=other&reason=In Ordnung"),
        // potentials
        open("GET /{tenant}/potentials", LISTS),
        closed("GET /{tenant}/potentials/new", OFFICER),
        closed("POST /{tenant}/potentials", OFFICER, "title=Neues Potenzial"),
        open("GET /{tenant}/potentials/{potential}", PAGE),
        closed("GET /{tenant}/potentials/{potential}/edit", OFFICER),
        closed("POST /{tenant}/potentials/{potential}/offer", OFFICER, "title=Anders&version=1"),
        // commitments
        closed("GET /{tenant}/commitments/mine", STEWARD),
        open("GET /{tenant}/commitments/{id}", PAGE),
        closed("POST /{tenant}/commitments/{id}/progress", STEWARD, "note=Es geht voran"),
        closed(
            "POST /{tenant}/commitments/{id}/due-date", STEWARD, "dueOn=2099-12-24&reason=Krank"),
        closed("POST /{tenant}/commitments/{commitment}/dataset", STEWARD),
        // datasets
        closed("POST /{tenant}/datasets/{id}/uses/{use}/removal", STEWARD, "reason=Werbung"),
        open("GET /{tenant}/datasets", LISTS),
        open("GET /{tenant}/datasets/{id}", PAGE),
        open("GET /{tenant}/datasets/{id}.{format}", PAGE),
        open("GET /{tenant}/datasets/{id}/files/{file}/table", PAGE),
        open("GET /{tenant}/datasets/{id}/files/{file}/original", PAGE),
        open("GET /{tenant}/datasets/{id}/files/{file}/csv", PAGE),
        open("GET /{tenant}/datasets/{id}/files/{file}/json", PAGE),
        closed("GET /{tenant}/datasets/desk", STEWARD),
        closed("GET /{tenant}/datasets/new", OFFICER),
        closed("POST /{tenant}/datasets", OFFICER, "title=Neuer Datensatz"),
        closed("GET /{tenant}/datasets/{id}/files/new", OFFICER),
        closed("POST /{tenant}/datasets/{id}/files", OFFICER, "file=@"),
        closed("GET /{tenant}/datasets/{id}/files/{fileId}/versions", OFFICER),
        closed("POST /{tenant}/datasets/{id}/files/{fileId}/versions", STEWARD, "file=@"),
        closed("GET /{tenant}/datasets/{id}/files/{fileId}/reading", OFFICER),
        closed("POST /{tenant}/datasets/{id}/files/{fileId}/reading", STEWARD, "headerLine=1"),
        closed("GET /{tenant}/datasets/{id}/edit", OFFICER),
        closed("POST /{tenant}/datasets/{id}/edit", STEWARD, "title=Anders&description=Anders"),
        closed("GET /{tenant}/datasets/{id}/gate", STEWARD),
        closed(
            "POST /{tenant}/datasets/{id}/publication",
            STEWARD,
            "checks.legal=on&checks.personalData=on&checks.license=on&checks.contact=on"),
        closed("POST /{tenant}/datasets/{id}/return", STEWARD, "reason=Noch nicht"),
        closed("POST /{tenant}/datasets/{id}/withdrawal", STEWARD, "reason=Falsch"),
        open("GET /{tenant}/datasets/{id}/uses/new", ANYBODY),
        open("POST /{tenant}/datasets/{id}/uses", ANYBODY, "title=Neue Nutzung"),
        // workshops
        closed("POST /{tenant}/boards/{board}/notes", FACILITATOR, "text=Neuer Zettel"),
        closed("GET /{tenant}/boards/{board}/notes/{note}", FACILITATOR),
        closed(
            "POST /{tenant}/boards/{board}/notes/{note}/text",
            FACILITATOR,
            "text=Anders&version=1"),
        closed(
            "POST /{tenant}/boards/{board}/notes/{note}/hat", FACILITATOR, "hat=private_or_club"),
        closed("POST /{tenant}/boards/{board}/notes/{note}/place", FACILITATOR, "to=up"),
        closed("POST /{tenant}/boards/{board}/notes/{note}/dots", FACILITATOR, "count=1"),
        closed("POST /{tenant}/boards/{board}/notes/{note}/deletion", FACILITATOR),
        closed("POST /{tenant}/boards/{board}/notes/{note}/marks", FACILITATOR, "effort=high"),
        closed("POST /{tenant}/boards/{board}/notes/{note}/parking", FACILITATOR),
        closed("POST /{tenant}/boards/{board}/notes/{note}/comments", FACILITATOR, "text=Gut"),
        closed(
            "POST /{tenant}/boards/{board}/notes/{note}/comments/{comment}/deletion", FACILITATOR),
        closed("POST /{tenant}/boards/{board}/undo", FACILITATOR),
        open("GET /{tenant}/workshops", ANNOUNCED),
        open("GET /{tenant}/workshops/{id}", ANNOUNCED),
        open("GET /{tenant}/workshops/{id}/workshop.ics", ANNOUNCED),
        open("GET /{tenant}/workshops/{id}/materials", ANNOUNCED),
        open("GET /{tenant}/workshops/{id}/materials/{material}/file", "those shown are public"),
        open("GET /{tenant}/workshops/{id}/join", BY_CODE),
        open("POST /{tenant}/workshops/{id}/join", BY_CODE, "code=NEIN-0000&name=Wer"),
        open("GET /{tenant}/workshops/{id}/results", "results are public once released"),
        open("GET /{tenant}/workshops/{id}/results/votes", "results are public once released"),
        open("GET /{tenant}/workshops/{id}/results/threads", "results are public once released"),
        open("GET /{tenant}/workshops/{id}/results/notes", "results are public once released"),
        open("GET /{tenant}/workshops/{id}/results/notes.csv", "results are public once released"),
        open("GET /{tenant}/workshops/{id}/results/notes.pdf", "results are public once released"),
        open("GET /{tenant}/workshops/{id}/results/notes.json", "results are public once released"),
        open("GET /{tenant}/workshops/{id}/room", BY_PLACE),
        closed("GET /{tenant}/workshops/{id}/room/state", FACILITATOR),
        open("GET /{tenant}/workshops/{id}/closing", BY_PLACE),
        open("POST /{tenant}/workshops/{id}/closing", BY_PLACE, "contact=wer@buerger.example"),
        open("POST /{tenant}/workshops/{id}/closing/feedback", BY_PLACE, "feedback=Kürzer"),
        open("GET /{tenant}/workshops/{id}/answers", BY_PLACE),
        open("POST /{tenant}/workshops/{id}/answers", BY_PLACE, "knowledge=much"),
        open("GET /{tenant}/workshops/{id}/contacts", BY_PLACE),
        open("POST /{tenant}/workshops/{id}/contacts", BY_PLACE, "name=Wer&reach=02841 1234"),
        open("POST /{tenant}/workshops/{id}/contacts/removal", BY_PLACE),
        open("POST /{tenant}/workshops/{id}/contacts/offers", BY_PLACE, "to={member}"),
        open("POST /{tenant}/workshops/{id}/contacts/withdrawals", BY_PLACE, "to={member}"),
        open("GET /{tenant}/workshops/{id}/own", BY_PLACE),
        open("GET /{tenant}/workshops/{id}/own/data.json", BY_PLACE),
        open("POST /{tenant}/workshops/{id}/own/erasure", BY_PLACE, "meant=on"),
        open("GET /{tenant}/workshops/{id}/practice", ANNOUNCED),
        open(
            "POST /{tenant}/workshops/{id}/practice",
            "anybody may try the board of what is announced"),
        open("POST /{tenant}/workshops/{id}/practice/end", "a browser throws away its own only"),
        open("POST /{tenant}/workshops/{id}/entrances", BY_LINK, "registration=nein.nein"),
        open("GET /{tenant}/registrations/{about}", ANNOUNCED),
        open(
            "POST /{tenant}/registrations/{about}",
            "anybody may register for what is announced",
            "name=Wer&contact=wer@buerger.example"),
        open("GET /{tenant}/registrations/own/{link}", BY_LINK),
        open("GET /{tenant}/registrations/own/{link}/entry.ics", BY_LINK),
        open("POST /{tenant}/registrations/own/{link}/acceptance", BY_LINK),
        open("POST /{tenant}/registrations/own/{link}/refusal", BY_LINK),
        open("POST /{tenant}/registrations/own/{link}/leaving", BY_LINK),
        open("POST /{tenant}/registrations/own/{link}/size", BY_LINK, "people=1"),
        open("POST /{tenant}/registrations/own/{link}/return", BY_LINK),
        open("POST /{tenant}/registrations/own/{link}/answers", BY_LINK, "rank=team"),
        closed("GET /{tenant}/registrations/{about}/list", FACILITATOR),
        closed("POST /{tenant}/registrations/{about}/capacity", FACILITATOR, "capacity=9"),
        closed(
            "POST /{tenant}/registrations/{about}/closing",
            FACILITATOR,
            "closingDay=2099-01-01&closingTime=10:00"),
        closed(
            "POST /{tenant}/registrations/{about}/priorities",
            FACILITATOR,
            "registration={registration}&reason=Eilt"),
        closed(
            "POST /{tenant}/registrations/{about}/check-ins",
            FACILITATOR,
            "registration={registration}"),
        open("GET /{tenant}/subscriptions/new", "what is announced there is public"),
        open(
            "POST /{tenant}/subscriptions",
            "anybody may hear of what is public",
            "contact=wer@buerger.example"),
        closed("GET /{tenant}/workshops/desk", FACILITATOR),
        closed("GET /{tenant}/workshops/new", FACILITATOR),
        closed(
            "POST /{tenant}/workshops",
            FACILITATOR,
            "title=Neu&template=empty&day=2099-01-01&start=10:00&end=12:00"),
        closed("POST /{tenant}/workshops/{id}/carry", FACILITATOR),
        closed("GET /{tenant}/workshops/{id}/people", FACILITATOR),
        closed("GET /{tenant}/workshops/{id}/video", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/video", FACILITATOR, "phone0=02841 1234"),
        closed("GET /{tenant}/workshops/{id}/beamer", FACILITATOR),
        closed("GET /{tenant}/workshops/{id}/beamer/state", FACILITATOR),
        closed("GET /{tenant}/workshops/{id}/cards", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/cards", FACILITATOR, "text=Vom Papier"),
        closed("POST /{tenant}/workshops/{id}/cards/{note}/dots", FACILITATOR, "count=1"),
        closed("GET /{tenant}/workshops/{id}/groups", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/groups", FACILITATOR, "groups=1"),
        closed("POST /{tenant}/workshops/{id}/groups/{round}/repairs", FACILITATOR),
        closed(
            "POST /{tenant}/workshops/{id}/groups/{round}/moves",
            FACILITATOR,
            "mover={member}&to=1"),
        closed("POST /{tenant}/workshops/{id}/groups/{round}/release", FACILITATOR),
        closed(
            "POST /{tenant}/workshops/{id}/groups/parts",
            FACILITATOR,
            "person={member}&part=leads"),
        closed(
            "POST /{tenant}/workshops/{id}/groups/rules",
            FACILITATOR,
            "kind=apart&one={member}&other={companion}"),
        closed("POST /{tenant}/workshops/{id}/groups/rules/{rule}/removal", FACILITATOR),
        closed("GET /{tenant}/workshops/{id}/edit", FACILITATOR),
        closed(
            "POST /{tenant}/workshops/{id}/edit",
            FACILITATOR,
            "version=1&title=Anders&day=2099-12-04&start=10:00&end=12:00"),
        closed("GET /{tenant}/workshops/{id}/agenda", FACILITATOR),
        closed("GET /{tenant}/workshops/{id}/agenda/new", FACILITATOR),
        closed(
            "POST /{tenant}/workshops/{id}/agenda",
            FACILITATOR,
            "version=1&kind=review&title=Neu&minutes=5"),
        closed("GET /{tenant}/workshops/{id}/agenda/{phase}", FACILITATOR),
        closed(
            "POST /{tenant}/workshops/{id}/agenda/{phase}",
            FACILITATOR,
            "version={agendaVersion}&kind=review&title=Anders&minutes=5"),
        closed(
            "POST /{tenant}/workshops/{id}/agenda/{phase}/moves",
            FACILITATOR,
            "version={agendaVersion}&to=up"),
        closed("POST /{tenant}/workshops/{id}/agenda/{phase}/restoration", FACILITATOR),
        closed(
            "POST /{tenant}/workshops/{id}/agenda/{phase}/removal",
            FACILITATOR,
            "version={agendaVersion}"),
        closed("POST /{tenant}/workshops/{id}/room/next", FACILITATOR, "seen={phase}"),
        closed("POST /{tenant}/workshops/{id}/room/phase", FACILITATOR, "to={phase}"),
        closed(
            "POST /{tenant}/workshops/{id}/room/acts",
            FACILITATOR,
            "kind=announcement&words=Gleich"),
        closed("POST /{tenant}/workshops/{id}/room/acts/{act}/end", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/room/arrival/checks", FACILITATOR, "words=Hallo"),
        open("POST /{tenant}/workshops/{id}/room/arrival/wishes", BY_PLACE),
        open("POST /{tenant}/workshops/{id}/room/arrival/withdrawals", BY_PLACE),
        closed("POST /{tenant}/workshops/{id}/room/arrival/rounds", FACILITATOR, "minutes=3"),
        closed("POST /{tenant}/workshops/{id}/room/arrival/rounds/end", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/room/minutes", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/room/steering", FACILITATOR, "what=lock"),
        closed("POST /{tenant}/workshops/{id}/room/questions", FACILITATOR, "question=Wer putzt?"),
        closed("POST /{tenant}/workshops/{id}/room/questions/{question}/support", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/room/questions/{question}/withdrawal", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/room/questions/{question}/call", FACILITATOR),
        closed(
            "POST /{tenant}/workshops/{id}/room/questions/{question}/answer",
            FACILITATOR,
            "answer=Die Stadt"),
        closed(
            "POST /{tenant}/workshops/{id}/room/questions/{question}/removal",
            FACILITATOR,
            "reason=Doppelt"),
        closed("GET /{tenant}/workshops/{id}/talks/{talk}", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/talks/{talk}/slides", FACILITATOR, "file=bank.png"),
        closed(
            "POST /{tenant}/workshops/{id}/talks/{talk}/slides/{slide}",
            FACILITATOR,
            "depth=more&words=Bänke"),
        closed("POST /{tenant}/workshops/{id}/talks/{talk}/slides/{slide}/moves", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/talks/{talk}/slides/{slide}/removal", FACILITATOR),
        closed(
            "POST /{tenant}/workshops/{id}/talks/{talk}/votes",
            FACILITATOR,
            "question=Sitzen Sie gern?&answers=Ja\nNein"),
        closed("POST /{tenant}/workshops/{id}/talks/{talk}/votes/{vote}/removal", FACILITATOR),
        closed("GET /{tenant}/workshops/{id}/room/slides/{slide}", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/room/slide", FACILITATOR, "to={slides}"),
        closed(
            "POST /{tenant}/workshops/{id}/room/votes",
            FACILITATOR,
            "question=Sitzen Sie gern?&answers=Ja\nNein"),
        closed("POST /{tenant}/workshops/{id}/room/votes/{vote}/opening", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/room/votes/{vote}/closing", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/room/votes/{vote}/leaving", FACILITATOR),
        open("POST /{tenant}/workshops/{id}/room/votes/{vote}/answer", BY_PLACE, "answer=0"),
        closed("GET /{tenant}/workshops/{id}/harvest", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/harvest/{note}", FACILITATOR, "as=question"),
        closed("POST /{tenant}/workshops/{id}/cancelation", FACILITATOR, "reason=Sturm"),
        closed(
            "POST /{tenant}/workshops/{id}/materials",
            FACILITATOR,
            "title=Bericht&kind=report&url=https://moers.example/bericht&shown=now"),
        closed("POST /{tenant}/workshops/{id}/materials/{material}/shown", FACILITATOR, "to=now"),
        closed("POST /{tenant}/workshops/{id}/materials/{material}/removal", FACILITATOR),
        closed("GET /{tenant}/workshops/{id}/afterwards", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/afterwards", FACILITATOR, "until={soon}"),
        closed("POST /{tenant}/workshops/{id}/afterwards/end", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/improvements", FACILITATOR, "sentence=Kürzer"),
        closed(
            "POST /{tenant}/workshops/{id}/improvements/{improvement}", FACILITATOR, "state=done"),
        closed("GET /{tenant}/workshops/{id}/next", FACILITATOR),
        closed(
            "POST /{tenant}/workshops/{id}/next",
            FACILITATOR,
            "title=Noch einmal&day=2099-12-05&start=10:00&end=12:00"),
        closed("GET /{tenant}/workshops/{id}/release", FACILITATOR),
        closed("POST /{tenant}/workshops/{id}/release", FACILITATOR),
        // registrations
        // everyday words
        closed("GET /{tenant}/synonyms", STEWARD),
        closed("POST /{tenant}/synonyms", STEWARD, "word=Bankerl&means=Sitzbank"),
        closed("POST /{tenant}/synonyms/{id}/off", STEWARD),
        closed("POST /{tenant}/synonyms/{id}/on", STEWARD),
        closed("POST /{tenant}/synonyms/{id}/removal", STEWARD),
        // the office
        closed("GET /{tenant}/admin", ADMIN),
        closed(
            "POST /{tenant}/admin/invitations",
            ADMIN,
            "email=neu@mauerstadt.example&role.officer=on"),
        closed("POST /{tenant}/admin/departments", ADMIN, "name=Fachbereich 99"),
        closed("POST /{tenant}/admin/places", ADMIN, "places=Mauerberg"),
        closed("POST /{tenant}/admin/people/{person}/revocations", ADMIN, "role=admin"),
        closed("GET /{tenant}/admin/look", ADMIN),
        closed("POST /{tenant}/admin/look", ADMIN, "name=Anders&accent=#1b5e57"),
        closed("GET /{tenant}/admin/texts", ADMIN),
        closed("GET /{tenant}/admin/texts/{topic}/{language}", ADMIN),
        closed("POST /{tenant}/admin/texts/{topic}/{language}", ADMIN, "body=Anders&version=0"),
        closed("GET /{tenant}/admin/barriers", ADMIN),
        closed("POST /{tenant}/admin/barriers/{id}/answers", ADMIN));
  }
}
