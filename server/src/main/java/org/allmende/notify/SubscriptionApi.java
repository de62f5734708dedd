package org.allmende.notify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Subscribing for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1/subscriptions")
class SubscriptionApi {

  record Asked(String subject, String tempo) {}

  private final Subscriptions subscriptions;
  private final Subjects subjects;
  private final Pace pace;

  SubscriptionApi(Subscriptions subscriptions, Subjects subjects, Pace pace) {
    this.subscriptions = subscriptions;
    this.subjects = subjects;
    this.pace = pace;
  }

  /** Answers the same whatever is known of the address; it takes effect when that is confirmed. */
  @PostMapping
  ResponseEntity<Asked> subscribe(
      Tenant tenant,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    SubscriptionForm read = SubscriptionForm.read(form, tenant, subjects, viewer);
    form.orThrow();
    SubscriptionForm wanted = Objects.requireNonNull(read);
    pace.count(viewer, request, response);
    PersonId known = viewer.person();
    if (known == null || wanted.contact() != null) {
      subscriptions.subscribe(
          tenant.id(),
          wanted.subject(),
          wanted.tempo(),
          Objects.requireNonNull(wanted.contact()),
          viewer.locale());
    } else {
      subscriptions.subscribe(tenant.id(), wanted.subject(), wanted.tempo(), known);
    }
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(new Asked(wanted.subject().toString(), wanted.tempo().key()));
  }
}
