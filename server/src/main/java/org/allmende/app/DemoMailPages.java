package org.allmende.app;

import java.util.List;
import java.util.Map;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The outgoing mail of the demo, to be read instead of sent; elsewhere there is no such page. */
@Controller
class DemoMailPages {

  private final boolean demo;
  private final MailBox mails;

  DemoMailPages(@Value("${allmende.demo}") boolean demo, MailBox mails) {
    this.demo = demo;
    this.mails = mails;
  }

  @GetMapping("/demo/mail")
  ModelAndView list(@RequestParam(defaultValue = "") String to) {
    return new ModelAndView("app/demoMail", Map.of("letters", letters(to), "to", to.strip()));
  }

  @GetMapping("/demo/api/mail")
  @ResponseBody
  List<MailBox.Letter> json(@RequestParam(defaultValue = "") String to) {
    return letters(to);
  }

  private List<MailBox.Letter> letters(String to) {
    if (!demo) {
      throw Problem.notFound("base.problem.notFound");
    }
    return to.isBlank() ? mails.latest() : mails.to(to.strip());
  }
}
