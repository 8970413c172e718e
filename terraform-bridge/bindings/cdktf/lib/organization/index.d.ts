// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface OrganizationConfig extends cdktf.TerraformMetaArguments {
    /**
    * The regions whose workspace providers may be allowed to it. Null allows every region.
    */
    readonly allowedRegions?: string[];
    /**
    * While set, nothing new is created in the organization, and this says why.
    */
    readonly cordonReason?: string;
    /**
    * While true the server refuses to delete the organization. Set it to false and apply before destroying.
    */
    readonly deletionProtection?: boolean | cdktf.IResolvable;
    /**
    * What the organization is for.
    */
    readonly description?: string;
    /**
    * The name people see.
    */
    readonly displayName?: string;
    /**
    * Whether a deletion gives up on clusters that are gone for good, leaving behind what is in them. Set it and apply before destroying.
    */
    readonly forceDestroy?: boolean | cdktf.IResolvable;
    /**
    * Address of an image that stands for the organization, as an https URL.
    */
    readonly icon?: string;
    /**
    * Words to find the organization by; lists filter by them.
    */
    readonly labels?: {
        [key: string]: string;
    };
    /**
    * URL-safe name, unique in the deployment. It can be changed in place.
    */
    readonly name: string;
    /**
    * How long to wait for the clusters. Changing it writes nothing.
    */
    readonly timeouts?: OrganizationTimeouts;
}
export interface OrganizationTimeouts {
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
export declare function organizationTimeoutsToTerraform(struct?: OrganizationTimeouts | cdktf.IResolvable): any;
export declare function organizationTimeoutsToHclTerraform(struct?: OrganizationTimeouts | cdktf.IResolvable): any;
export declare class OrganizationTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OrganizationTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: OrganizationTimeouts | cdktf.IResolvable | undefined);
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
* Represents a `polder_organization`
*/
export declare class Organization extends cdktf.TerraformResource {
    static readonly tfResourceType = "polder_organization";
    /**
    * Generates CDKTF code for importing a Organization resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Organization to import
    * @param importFromId The id of the existing Organization that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Organization to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_organization` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options OrganizationConfig
    */
    constructor(scope: Construct, id: string, config: OrganizationConfig);
    private _allowedRegions?;
    get allowedRegions(): string[];
    set allowedRegions(value: string[]);
    resetAllowedRegions(): void;
    get allowedRegionsInput(): string[] | undefined;
    private _cordonReason?;
    get cordonReason(): string;
    set cordonReason(value: string);
    resetCordonReason(): void;
    get cordonReasonInput(): string | undefined;
    get createdAt(): string;
    private _deletionProtection?;
    get deletionProtection(): boolean | cdktf.IResolvable;
    set deletionProtection(value: boolean | cdktf.IResolvable);
    resetDeletionProtection(): void;
    get deletionProtectionInput(): boolean | cdktf.IResolvable | undefined;
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
    private _forceDestroy?;
    get forceDestroy(): boolean | cdktf.IResolvable;
    set forceDestroy(value: boolean | cdktf.IResolvable);
    resetForceDestroy(): void;
    get forceDestroyInput(): boolean | cdktf.IResolvable | undefined;
    private _icon?;
    get icon(): string;
    set icon(value: string);
    resetIcon(): void;
    get iconInput(): string | undefined;
    get id(): string;
    private _labels?;
    get labels(): {
        [key: string]: string;
    };
    set labels(value: {
        [key: string]: string;
    });
    resetLabels(): void;
    get labelsInput(): {
        [key: string]: string;
    } | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    get nameInput(): string | undefined;
    get reconciled(): cdktf.IResolvable;
    private _timeouts;
    get timeouts(): OrganizationTimeoutsOutputReference;
    putTimeouts(value: OrganizationTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): cdktf.IResolvable | OrganizationTimeouts | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
