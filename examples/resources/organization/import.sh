# Generated from schemas/ by `npm run generate`. Edit those instead.
terraform import polder_organization.example my-organization
terraform import polder_organization.example org_0123456789abcdef
