// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface UserConfig extends cdktf.TerraformMetaArguments {
    /**
    * ASCII e-mail address, unique in any case. A service account may have none.
    */
    readonly email?: string;
    /**
    * The name people see.
    */
    readonly name?: string;
    /**
    * Whether a program uses it rather than a person.
    */
    readonly serviceAccount?: boolean | cdktf.IResolvable;
    /**
    * Roles in the whole deployment: `site_admin`, `site_manager`, `auditor`. Everyone is a `member`.
    */
    readonly siteRoles?: string[];
    /**
    * While true their tokens are refused.
    */
    readonly suspended?: boolean | cdktf.IResolvable;
    /**
    * Unique in the deployment. It can be changed in place.
    */
    readonly username: string;
}
/**
* Represents a `polder_user`
*/
export declare class User extends cdktf.TerraformResource {
    static readonly tfResourceType = "polder_user";
    /**
    * Generates CDKTF code for importing a User resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the User to import
    * @param importFromId The id of the existing User that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the User to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_user` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options UserConfig
    */
    constructor(scope: Construct, id: string, config: UserConfig);
    get createdAt(): string;
    private _email?;
    get email(): string;
    set email(value: string);
    resetEmail(): void;
    get emailInput(): string | undefined;
    get id(): string;
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string | undefined;
    private _serviceAccount?;
    get serviceAccount(): boolean | cdktf.IResolvable;
    set serviceAccount(value: boolean | cdktf.IResolvable);
    resetServiceAccount(): void;
    get serviceAccountInput(): boolean | cdktf.IResolvable | undefined;
    private _siteRoles?;
    get siteRoles(): string[];
    set siteRoles(value: string[]);
    resetSiteRoles(): void;
    get siteRolesInput(): string[] | undefined;
    private _suspended?;
    get suspended(): boolean | cdktf.IResolvable;
    set suspended(value: boolean | cdktf.IResolvable);
    resetSuspended(): void;
    get suspendedInput(): boolean | cdktf.IResolvable | undefined;
    private _username?;
    get username(): string;
    set username(value: string);
    get usernameInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
