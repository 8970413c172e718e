# Generated from schemas/ by `npm run generate`. Edit those instead.
terraform import polder_user.example my-username
terraform import polder_user.example usr_0123456789abcdef
