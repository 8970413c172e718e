// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface OrgMembershipConfig extends cdktf.TerraformMetaArguments {
    /**
    * The organization it belongs to, by name or id. Omitted, it is the default organization at creation.
    */
    readonly organization?: string;
    /**
    * The roles held: `organization_manager` (also spelled `organization-admin`) and custom roles of the organization, by name or id. `organization_member` is implied.
    */
    readonly roles?: string[];
    /**
    * The member, by username or id.
    */
    readonly user: string;
}
/**
* Represents a `polder_org_membership`
*/
export declare class OrgMembership extends cdktf.TerraformResource {
    static readonly tfResourceType = "polder_org_membership";
    /**
    * Generates CDKTF code for importing a OrgMembership resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the OrgMembership to import
    * @param importFromId The id of the existing OrgMembership that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the OrgMembership to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_org_membership` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options OrgMembershipConfig
    */
    constructor(scope: Construct, id: string, config: OrgMembershipConfig);
    get createdAt(): string;
    get id(): string;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    private _roles?;
    get roles(): string[];
    set roles(value: string[]);
    resetRoles(): void;
    get rolesInput(): string[] | undefined;
    private _user?;
    get user(): string;
    set user(value: string);
    get userInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
