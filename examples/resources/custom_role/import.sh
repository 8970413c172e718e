# Generated from schemas/ by `npm run generate`. Edit those instead.
terraform import polder_custom_role.example my-organization/my-custom-role
terraform import polder_custom_role.example rol_0123456789abcdef
