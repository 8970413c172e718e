# Generated from schemas/ by `npm run generate`. Edit those instead.
terraform import polder_org_quota.example my-organization/member/my-workspace-provider
terraform import polder_org_quota.example my-organization/member
terraform import polder_org_quota.example quo_0123456789abcdef
