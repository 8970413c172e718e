// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface CustomRoleConfig extends cdktf.TerraformMetaArguments {
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
    * Unique in the organization, and different from the built-in roles.
    */
    readonly name: string;
    /**
    * The organization it belongs to, by name or id. Omitted, it is the default organization at creation.
    */
    readonly organization?: string;
    /**
    * What holders may do. There is no wildcard and no negation.
    */
    readonly permissions: CustomRolePermissions[] | cdktf.IResolvable;
    /**
    * How long to wait for the clusters. Changing it writes nothing.
    */
    readonly timeouts?: CustomRoleTimeouts;
}
export interface CustomRolePermissions {
    /**
    * What may be done.
    */
    readonly action: string;
    /**
    * The kind of object.
    */
    readonly resource: string;
    /**
    * `all` objects of the organization, or the holder's `own` (for read, update and delete).
    */
    readonly scope: string;
}
export declare function customRolePermissionsToTerraform(struct?: CustomRolePermissions | cdktf.IResolvable): any;
export declare function customRolePermissionsToHclTerraform(struct?: CustomRolePermissions | cdktf.IResolvable): any;
export declare class CustomRolePermissionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): CustomRolePermissions | cdktf.IResolvable | undefined;
    set internalValue(value: CustomRolePermissions | cdktf.IResolvable | undefined);
    private _action?;
    get action(): string;
    set action(value: string);
    get actionInput(): string | undefined;
    private _resource?;
    get resource(): string;
    set resource(value: string);
    get resourceInput(): string | undefined;
    private _scope?;
    get scope(): string;
    set scope(value: string);
    get scopeInput(): string | undefined;
}
export declare class CustomRolePermissionsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: CustomRolePermissions[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): CustomRolePermissionsOutputReference;
}
export interface CustomRoleTimeouts {
    /**
    * How long create waits for the clusters, such as `90s` or `10m`; 5 minutes unless set.
    */
    readonly create?: string;
    /**
    * How long delete waits for the clusters, such as `90s` or `10m`; 5 minutes unless set.
    */
    readonly delete?: string;
    /**
    * How long update waits for the clusters, such as `90s` or `10m`; 5 minutes unless set.
    */
    readonly update?: string;
}
export declare function customRoleTimeoutsToTerraform(struct?: CustomRoleTimeouts | cdktf.IResolvable): any;
export declare function customRoleTimeoutsToHclTerraform(struct?: CustomRoleTimeouts | cdktf.IResolvable): any;
export declare class CustomRoleTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): CustomRoleTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: CustomRoleTimeouts | cdktf.IResolvable | undefined);
    private _create?;
    get create(): string;
    set create(value: string);
    resetCreate(): void;
    get createInput(): string | undefined;
    private _delete?;
    get delete(): string;
    set delete(value: string);
    resetDelete(): void;
    get deleteInput(): string | undefined;
    private _update?;
    get update(): string;
    set update(value: string);
    resetUpdate(): void;
    get updateInput(): string | undefined;
}
/**
* Represents a `polder_custom_role`
*/
export declare class CustomRole extends cdktf.TerraformResource {
    static readonly tfResourceType = "polder_custom_role";
    /**
    * Generates CDKTF code for importing a CustomRole resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the CustomRole to import
    * @param importFromId The id of the existing CustomRole that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the CustomRole to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_custom_role` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options CustomRoleConfig
    */
    constructor(scope: Construct, id: string, config: CustomRoleConfig);
    get createdAt(): string;
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
    get id(): string;
    private _name?;
    get name(): string;
    set name(value: string);
    get nameInput(): string | undefined;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    private _permissions;
    get permissions(): CustomRolePermissionsList;
    putPermissions(value: CustomRolePermissions[] | cdktf.IResolvable): void;
    get permissionsInput(): CustomRolePermissions[] | cdktf.IResolvable | undefined;
    get reconciled(): cdktf.IResolvable;
    private _timeouts;
    get timeouts(): CustomRoleTimeoutsOutputReference;
    putTimeouts(value: CustomRoleTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): CustomRoleTimeouts | cdktf.IResolvable | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
