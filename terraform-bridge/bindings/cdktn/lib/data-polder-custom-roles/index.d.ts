// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface DataPolderCustomRolesConfig extends cdktf.TerraformMetaArguments {
    /**
    * What the role is for.
    */
    readonly description?: string;
    /**
    * The name people see.
    */
    readonly displayName?: string;
    /**
    * Whether every member of the organization holds the role.
    */
    readonly everyMember?: boolean | cdktf.IResolvable;
    /**
    * Only those with one of these ids.
    */
    readonly ids?: string[];
    /**
    * Unique in the organization, and different from the built-in roles.
    */
    readonly name?: string;
    /**
    * The organization it belongs to, by name or id. Omitted, it is the default organization at creation.
    */
    readonly organization?: string;
}
export interface DataPolderCustomRolesCustomRolesConditions {
}
export declare function dataPolderCustomRolesCustomRolesConditionsToTerraform(struct?: DataPolderCustomRolesCustomRolesConditions): any;
export declare function dataPolderCustomRolesCustomRolesConditionsToHclTerraform(struct?: DataPolderCustomRolesCustomRolesConditions): any;
export declare class DataPolderCustomRolesCustomRolesConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderCustomRolesCustomRolesConditions | undefined;
    set internalValue(value: DataPolderCustomRolesCustomRolesConditions | undefined);
    get lastTransitionTime(): string;
    get message(): string;
    get observedGeneration(): number;
    get reason(): string;
    get status(): string;
    get type(): string;
}
export declare class DataPolderCustomRolesCustomRolesConditionsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderCustomRolesCustomRolesConditionsOutputReference;
}
export interface DataPolderCustomRolesCustomRolesPermissions {
}
export declare function dataPolderCustomRolesCustomRolesPermissionsToTerraform(struct?: DataPolderCustomRolesCustomRolesPermissions): any;
export declare function dataPolderCustomRolesCustomRolesPermissionsToHclTerraform(struct?: DataPolderCustomRolesCustomRolesPermissions): any;
export declare class DataPolderCustomRolesCustomRolesPermissionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderCustomRolesCustomRolesPermissions | undefined;
    set internalValue(value: DataPolderCustomRolesCustomRolesPermissions | undefined);
    get action(): string;
    get resource(): string;
    get scope(): string;
}
export declare class DataPolderCustomRolesCustomRolesPermissionsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderCustomRolesCustomRolesPermissionsOutputReference;
}
export interface DataPolderCustomRolesCustomRoles {
}
export declare function dataPolderCustomRolesCustomRolesToTerraform(struct?: DataPolderCustomRolesCustomRoles): any;
export declare function dataPolderCustomRolesCustomRolesToHclTerraform(struct?: DataPolderCustomRolesCustomRoles): any;
export declare class DataPolderCustomRolesCustomRolesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderCustomRolesCustomRoles | undefined;
    set internalValue(value: DataPolderCustomRolesCustomRoles | undefined);
    private _conditions;
    get conditions(): DataPolderCustomRolesCustomRolesConditionsList;
    get createdAt(): string;
    get description(): string;
    get displayName(): string;
    get everyMember(): cdktf.IResolvable;
    get generation(): number;
    get id(): string;
    get name(): string;
    get observedGeneration(): number;
    get organization(): string;
    get organizationId(): string;
    private _permissions;
    get permissions(): DataPolderCustomRolesCustomRolesPermissionsList;
    get reconciled(): cdktf.IResolvable;
    get updatedAt(): string;
}
export declare class DataPolderCustomRolesCustomRolesList extends cdktf.ComplexList {
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
    get(index: number): DataPolderCustomRolesCustomRolesOutputReference;
}
/**
* Represents a `polder_custom_roles`
*/
export declare class DataPolderCustomRoles extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_custom_roles";
    /**
    * Generates CDKTF code for importing a DataPolderCustomRoles resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderCustomRoles to import
    * @param importFromId The id of the existing DataPolderCustomRoles that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderCustomRoles to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_custom_roles` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderCustomRolesConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderCustomRolesConfig);
    private _customRoles;
    get customRoles(): DataPolderCustomRolesCustomRolesList;
    private _description?;
    get description(): string;
    set description(value: string);
    resetDescription(): void;
    get descriptionInput(): string | undefined;
    private _displayName?;
    get displayName(): string;
    set displayName(value: string);
    resetDisplayName(): void;
    get displayNameInput(): string | undefined;
    private _everyMember?;
    get everyMember(): boolean | cdktf.IResolvable;
    set everyMember(value: boolean | cdktf.IResolvable);
    resetEveryMember(): void;
    get everyMemberInput(): boolean | cdktf.IResolvable | undefined;
    private _ids?;
    get ids(): string[];
    set ids(value: string[]);
    resetIds(): void;
    get idsInput(): string[] | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string | undefined;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
