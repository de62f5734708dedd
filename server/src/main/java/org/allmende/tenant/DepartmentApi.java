package org.allmende.tenant;

import org.allmende.base.web.Listing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The departments of a tenant as JSON, so that programs can name one. */
@RestController
@RequestMapping("/{tenant}/api/v1/departments")
class DepartmentApi {

  private final Tenants tenants;

  DepartmentApi(Tenants tenants) {
    this.tenants = tenants;
  }

  @GetMapping
  Listing<DepartmentJson> list(Tenant tenant) {
    return Listing.of(
        tenants.departments(tenant.id()).stream()
            .map(department -> new DepartmentJson(department.id(), department.name()))
            .toList());
  }

  /** A department. */
  record DepartmentJson(String id, String name) {}
}
