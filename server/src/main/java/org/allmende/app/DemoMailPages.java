package org.allmende.app;

import java.util.List;
import java.util.Map;
import org.allmende.base.mail.MailBox;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The outgoing mail of the demo, to be read instead of sent. */
@Controller
@ConditionalOnProperty(name = "allmende.demo", havingValue = "true")
class DemoMailPages {

  private final MailBox mails;

  DemoMailPages(MailBox mails) {
    this.mails = mails;
  }

  @GetMapping("/demo/mail")
  ModelAndView list(@RequestParam(defaultValue = "") String to) {
    List<MailBox.Letter> letters = to.isBlank() ? mails.latest() : mails.to(to.strip());
    return new ModelAndView("app/demoMail", Map.of("letters", letters, "to", to.strip()));
  }

  @GetMapping("/demo/api/mail")
  @ResponseBody
  List<MailBox.Letter> json(@RequestParam(defaultValue = "") String to) {
    return to.isBlank() ? mails.latest() : mails.to(to.strip());
  }
}
