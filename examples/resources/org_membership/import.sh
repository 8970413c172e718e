# Generated from schemas/ by `npm run generate`. Edit those instead.
terraform import polder_org_membership.example my-organization/my-user
terraform import polder_org_membership.example mem_0123456789abcdef
