package org.allmende.comment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one writes below a thing; what is said there stands on the page of the thing. */
@Controller
class CommentPages {

  private final Comments comments;
  private final Pace pace;

  CommentPages(Comments comments, Pace pace) {
    this.comments = comments;
    this.pace = pace;
  }

  /** {@code ?about=} says below what, {@code ?kind=objection} that it objects to a refusal. */
  @GetMapping("/{tenant}/comments/new")
  ModelAndView form(Tenant tenant, Form form, Viewer viewer) {
    Discussion discussion = comments.discussion(tenant.id(), form.value("about"), viewer);
    return page(tenant, discussion, form, HttpStatus.OK);
  }

  private static ModelAndView page(
      Tenant tenant, Discussion discussion, Form form, HttpStatus status) {
    return new ModelAndView(
        "comment/write", Map.of("tenant", tenant, "discussion", discussion, "form", form), status);
  }

  @PostMapping("/{tenant}/comments")
  ModelAndView write(
      Tenant tenant,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Discussion discussion = comments.discussion(tenant.id(), form.value("about"), viewer);
    CommentForm read = CommentForm.read(form, viewer);
    if (!form.isValid()) {
      return page(tenant, discussion, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    pace.count(viewer, request, response);
    Comment written = comments.write(discussion, read, form.submission(), viewer);
    return Redirect.to(
        discussion.url() + "#comments",
        written.shownAt() == null ? "comment.said.waiting" : "comment.said.shown");
  }

  /** The link of the mail; opening it shows the comment, again it changes nothing. */
  @GetMapping("/{tenant}/comments/waiting/{link}")
  ModelAndView show(Tenant tenant, @PathVariable String link) {
    return Redirect.to(comments.show(tenant.id(), link), "comment.said.shown");
  }
}
