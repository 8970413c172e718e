// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataPolderOrgMembershipConfig extends cdktf.TerraformMetaArguments {
    /**
    * Opaque identifier, chosen by the server.
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * The organization it belongs to, by name or id. Omitted, it is the default organization at creation.
    */
    readonly organization?: string;
    /**
    * The member, by username or id.
    */
    readonly user?: string;
}
/**
* Represents a `polder_org_membership`
*/
export declare class DataPolderOrgMembership extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_org_membership";
    /**
    * Generates CDKTF code for importing a DataPolderOrgMembership resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderOrgMembership to import
    * @param importFromId The id of the existing DataPolderOrgMembership that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderOrgMembership to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_org_membership` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderOrgMembershipConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderOrgMembershipConfig);
    get createdAt(): string;
    get generation(): number;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    get organizationId(): string;
    get roleIds(): string[];
    get roles(): string[];
    get updatedAt(): string;
    private _user?;
    get user(): string;
    set user(value: string);
    resetUser(): void;
    get userInput(): string | undefined;
    get userId(): string;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
