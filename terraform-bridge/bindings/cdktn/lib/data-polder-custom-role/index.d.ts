// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface DataPolderCustomRoleConfig extends cdktf.TerraformMetaArguments {
    /**
    * Opaque identifier, chosen by the server.
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * Unique in the organization, and different from the built-in roles.
    */
    readonly name?: string;
    /**
    * The organization it belongs to, by name or id. Omitted, it is the default organization at creation.
    */
    readonly organization?: string;
}
export interface DataPolderCustomRoleConditions {
}
export declare function dataPolderCustomRoleConditionsToTerraform(struct?: DataPolderCustomRoleConditions): any;
export declare function dataPolderCustomRoleConditionsToHclTerraform(struct?: DataPolderCustomRoleConditions): any;
export declare class DataPolderCustomRoleConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderCustomRoleConditions | undefined;
    set internalValue(value: DataPolderCustomRoleConditions | undefined);
    get lastTransitionTime(): string;
    get message(): string;
    get observedGeneration(): number;
    get reason(): string;
    get status(): string;
    get type(): string;
}
export declare class DataPolderCustomRoleConditionsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderCustomRoleConditionsOutputReference;
}
export interface DataPolderCustomRolePermissions {
}
export declare function dataPolderCustomRolePermissionsToTerraform(struct?: DataPolderCustomRolePermissions): any;
export declare function dataPolderCustomRolePermissionsToHclTerraform(struct?: DataPolderCustomRolePermissions): any;
export declare class DataPolderCustomRolePermissionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderCustomRolePermissions | undefined;
    set internalValue(value: DataPolderCustomRolePermissions | undefined);
    get action(): string;
    get resource(): string;
    get scope(): string;
}
export declare class DataPolderCustomRolePermissionsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderCustomRolePermissionsOutputReference;
}
/**
* Represents a `polder_custom_role`
*/
export declare class DataPolderCustomRole extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_custom_role";
    /**
    * Generates CDKTF code for importing a DataPolderCustomRole resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderCustomRole to import
    * @param importFromId The id of the existing DataPolderCustomRole that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderCustomRole to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_custom_role` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderCustomRoleConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderCustomRoleConfig);
    private _conditions;
    get conditions(): DataPolderCustomRoleConditionsList;
    get createdAt(): string;
    get description(): string;
    get displayName(): string;
    get everyMember(): cdktf.IResolvable;
    get generation(): number;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string | undefined;
    get observedGeneration(): number;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    get organizationId(): string;
    private _permissions;
    get permissions(): DataPolderCustomRolePermissionsList;
    get reconciled(): cdktf.IResolvable;
    get updatedAt(): string;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
