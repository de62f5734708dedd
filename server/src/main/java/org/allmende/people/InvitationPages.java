package org.allmende.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where an invited person becomes a member of staff. */
@Controller
class InvitationPages {

  private final Invitations invitations;
  private final People people;
  private final Tenants tenants;
  private final Logins logins;

  InvitationPages(Invitations invitations, People people, Tenants tenants, Logins logins) {
    this.invitations = invitations;
    this.people = people;
    this.tenants = tenants;
    this.logins = logins;
  }

  @GetMapping("/invitations/{link}")
  ModelAndView show(@PathVariable String link) {
    return page(invitations.open(link), link, Form.empty(), HttpStatus.OK);
  }

  private ModelAndView page(Invitation invitation, String link, Form form, HttpStatus status) {
    return new ModelAndView(
        "people/invitation",
        Map.of(
            "tenant", tenants.get(invitation.tenant()),
            "invitation", invitation,
            "known", people.canLogIn(invitation.email()),
            "link", link,
            "form", form),
        status);
  }

  @PostMapping("/invitations/{link}/acceptance")
  ModelAndView accept(
      @PathVariable String link,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    Invitation invitation = invitations.open(link);
    boolean known = people.canLogIn(invitation.email());
    if (known) {
      // The link proves the address, not the password: the person logs in as usual afterwards.
      invitations.accept(invitation);
      return Redirect.to("/login", "people.saying.accepted");
    }
    AccountForm account = AccountForm.read(form);
    if (!form.isValid()) {
      return page(invitation, link, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    PersonId person =
        invitations.accept(invitation, account.name(), people.hashed(account.password()));
    logins.open(person, request, response);
    return Redirect.to("/account/start", "people.saying.welcome");
  }
}
