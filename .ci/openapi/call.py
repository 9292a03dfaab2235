"""Calls the sandbox with the clients that `openapi-python-client` generated from our OpenAPI documents.

`generate.sh` in this folder runs it; the address and the key are in the environment.
"""

import os

from plane_v1 import AuthenticatedClient as ClientV1
from plane_v1.api.customers import create_customer, get_customer, list_customers, update_customer
from plane_v1.api.projects import list_projects
from plane_v1.models import CreateCustomerBody, Customer, Error, PageCustomer, UpdateCustomerBody
from plane_v2 import AuthenticatedClient as ClientV2
from plane_v2.api.customers import create_customer as create_v2
from plane_v2.api.customers import get_customer as get_v2
from plane_v2.api.customers import list_customers as list_v2
from plane_v2.api.customers import upsert_customer as upsert_v2
from plane_v2.models import CreateCustomerBody as CreateV2
from plane_v2.models import Customer as CustomerV2
from plane_v2.models import CustomerFieldType0, Problem
from plane_v2.models import UpsertCustomerBody as UpsertV2

workspace = os.environ["PLANE_WORKSPACE_SLUG"]
# The base URL, the API key, and the header that the documents' security scheme names.
access = {
    "base_url": os.environ["PLANE_BASE_URL"],
    "token": os.environ["PLANE_API_KEY"],
    "prefix": "",
    "auth_header_name": "X-API-Key",
}

with ClientV1(**access) as client:
    body = CreateCustomerBody(name="Initech", email="ops@initech.example", employees=7)
    created = create_customer.sync(workspace, client=client, body=body)
    assert isinstance(created, Customer), created
    assert (created.name, created.employees) == ("Initech", 7), created

    updated = update_customer.sync(
        workspace, created.id, client=client, body=UpdateCustomerBody(email=None, name="Initrode")
    )
    assert isinstance(updated, Customer), updated
    assert (updated.name, updated.email) == ("Initrode", None), updated

    page = list_customers.sync(workspace, client=client, per_page=1)
    assert isinstance(page, PageCustomer), page
    assert [it.id for it in page.results] == [created.id], page
    assert page.results[0].created_at.tzinfo is not None, page

    missing = get_customer.sync(workspace, "6ba7b810-9dad-11d1-80b4-00c04fd430c8", client=client)
    assert isinstance(missing, Error), missing
    assert isinstance(missing.error, str), missing

    projects = list_projects.sync(workspace, client=client)
    assert projects.results == [], projects

with ClientV2(**access) as client:
    body = CreateV2(name="Globex", domain=None, stage="lead")
    created = create_v2.sync(workspace, client=client, body=body)
    assert isinstance(created, CustomerV2), created
    assert (created.name, created.domain, created.stage) == ("Globex", None, "lead"), created

    names = [CustomerFieldType0.NAME]
    short = get_v2.sync(workspace, created.id, client=client, fields=names)
    assert short.to_dict() == {"id": created.id, "name": "Globex"}, short

    page = list_v2.sync(
        workspace,
        client=client,
        paginate="cursor",
        order_by="-name",
        per_page=1,
    )
    assert (page.pagination.style, page.has_more) == ("cursor", True), page

    body = UpsertV2(name="Hooli", external_source="crm", external_id="7")
    first = upsert_v2.sync_detailed(workspace, client=client, body=body)
    again = upsert_v2.sync_detailed(workspace, client=client, body=body)
    assert (first.status_code, again.status_code) == (201, 200), (first, again)
    assert first.parsed.id == again.parsed.id, (first, again)

    rejected = create_v2.sync(workspace, client=client, body=CreateV2(name="x" * 256))
    assert isinstance(rejected, Problem), rejected
    assert rejected.errors[0].field == "name", rejected

print("both clients called the sandbox")
