// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface DataPolderOrgMembershipsConfig extends cdktf.TerraformMetaArguments {
    /**
    * Only those with one of these ids.
    */
    readonly ids?: string[];
    /**
    * The organization it belongs to, by name or id. Omitted, it is the default organization at creation.
    */
    readonly organization?: string;
    /**
    * The member, by username or id.
    */
    readonly user?: string;
}
export interface DataPolderOrgMembershipsOrgMemberships {
}
export declare function dataPolderOrgMembershipsOrgMembershipsToTerraform(struct?: DataPolderOrgMembershipsOrgMemberships): any;
export declare function dataPolderOrgMembershipsOrgMembershipsToHclTerraform(struct?: DataPolderOrgMembershipsOrgMemberships): any;
export declare class DataPolderOrgMembershipsOrgMembershipsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderOrgMembershipsOrgMemberships | undefined;
    set internalValue(value: DataPolderOrgMembershipsOrgMemberships | undefined);
    get createdAt(): string;
    get generation(): number;
    get id(): string;
    get organization(): string;
    get organizationId(): string;
    get roleIds(): string[];
    get roles(): string[];
    get updatedAt(): string;
    get user(): string;
    get userId(): string;
}
export declare class DataPolderOrgMembershipsOrgMembershipsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataPolderOrgMembershipsOrgMembershipsOutputReference;
}
/**
* Represents a `polder_org_memberships`
*/
export declare class DataPolderOrgMemberships extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_org_memberships";
    /**
    * Generates CDKTF code for importing a DataPolderOrgMemberships resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderOrgMemberships to import
    * @param importFromId The id of the existing DataPolderOrgMemberships that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderOrgMemberships to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_org_memberships` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderOrgMembershipsConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderOrgMembershipsConfig);
    private _ids?;
    get ids(): string[];
    set ids(value: string[]);
    resetIds(): void;
    get idsInput(): string[] | undefined;
    private _orgMemberships;
    get orgMemberships(): DataPolderOrgMembershipsOrgMembershipsList;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    private _user?;
    get user(): string;
    set user(value: string);
    resetUser(): void;
    get userInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
