package org.allmende.people;

import org.allmende.base.web.DiskReserve;
import org.allmende.base.web.MetricsGate;
import org.allmende.base.web.ProblemAnswer;
import org.allmende.base.web.StorageGate;
import org.allmende.base.web.UploadGate;
import org.allmende.base.web.UploadRule;
import org.allmende.base.web.Viewers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;

/**
 * Spring Security with its defaults kept. Pages log in by cookie and carry a CSRF token; programs
 * under {@code /api/} bring a bearer token and have no cookie. What a role may do is asked for
 * where it is done ({@code Viewer.require}).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      Logins logins,
      Tokens tokens,
      LoginPrompt prompt,
      LoginSuccess success,
      LoginFailure failure,
      UploadGate uploads,
      DiskReserve reserve,
      MetricsGate metrics,
      ProblemAnswer answer)
      throws Exception {
    return http.securityContext(context -> context.securityContextRepository(logins))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf ->
            csrf.csrfTokenRepository(csrfCookie())
                .ignoringRequestMatchers(ProblemAnswer::isApi)
                // One click in a mail program (RFC 8058); the link itself is the proof.
                .ignoringRequestMatchers("/unsubscribe/*"))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .cacheControl(Customizer.withDefaults()))
        .formLogin(login ->
            login
                .loginPage("/login")
                .usernameParameter("email")
                .passwordParameter("password")
                .successHandler(success)
                .failureHandler(failure))
        .logout(logout ->
            logout.logoutUrl("/logout").logoutSuccessUrl("/").deleteCookies(Logins.COOKIE))
        // All before the CSRF check, because that would read the body of an upload.
        .addFilterBefore(new BearerFilter(tokens), CsrfFilter.class)
        .addFilterBefore(new OriginFilter(), CsrfFilter.class)
        .addFilterBefore(new StorageGate(reserve, answer), CsrfFilter.class)
        .addFilterBefore(uploads, CsrfFilter.class)
        .addFilterBefore(metrics, CsrfFilter.class)
        .exceptionHandling(exceptions ->
            exceptions.authenticationEntryPoint(prompt).accessDeniedHandler(prompt::denied))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  static UploadGate uploadGate(
      ObjectProvider<UploadRule> rules,
      Viewers viewers,
      ProblemAnswer answer,
      DiskReserve reserve,
      @Value("${allmende.upload-limit}") DataSize limit) {
    return new UploadGate(rules.stream().toList(), viewers, answer, reserve, limit.toBytes());
  }

  /**
   * Each of the chain's filters was timed on every request, a quarter of it, and nobody read it.
   */
  @Bean
  static SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /** It belongs to the chain of Spring Security only. */
  @Bean
  static FilterRegistrationBean<UploadGate> uploadGateOnlyInTheChain(UploadGate gate) {
    var registration = new FilterRegistrationBean<>(gate);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  static MetricsGate metricsGate(
      ProblemAnswer answer, @Value("${allmende.metrics-token}") String token) {
    return new MetricsGate(answer, token);
  }

  @Bean
  static FilterRegistrationBean<MetricsGate> metricsGateOnlyInTheChain(MetricsGate gate) {
    var registration = new FilterRegistrationBean<>(gate);
    registration.setEnabled(false);
    return registration;
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    var repository = new CookieCsrfTokenRepository();
    repository.setCookieName("allmende_csrf");
    repository.setCookiePath("/");
    repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
    return repository;
  }

  @Bean
  static PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }
}
