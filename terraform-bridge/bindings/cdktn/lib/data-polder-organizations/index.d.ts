// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface DataPolderOrganizationsConfig extends cdktf.TerraformMetaArguments {
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
    * Only those with one of these ids.
    */
    readonly ids?: string[];
    /**
    * Words to find the organization by; lists filter by them.
    */
    readonly labels?: {
        [key: string]: string;
    };
    /**
    * URL-safe name, unique in the deployment. It can be changed in place.
    */
    readonly name?: string;
}
export interface DataPolderOrganizationsOrganizationsConditions {
}
export declare function dataPolderOrganizationsOrganizationsConditionsToTerraform(struct?: DataPolderOrganizationsOrganizationsConditions): any;
export declare function dataPolderOrganizationsOrganizationsConditionsToHclTerraform(struct?: DataPolderOrganizationsOrganizationsConditions): any;
export declare class DataPolderOrganizationsOrganizationsConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderOrganizationsOrganizationsConditions | undefined;
    set internalValue(value: DataPolderOrganizationsOrganizationsConditions | undefined);
    get lastTransitionTime(): string;
    get message(): string;
    get observedGeneration(): number;
    get reason(): string;
    get status(): string;
    get type(): string;
}
export declare class DataPolderOrganizationsOrganizationsConditionsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderOrganizationsOrganizationsConditionsOutputReference;
}
export interface DataPolderOrganizationsOrganizations {
}
export declare function dataPolderOrganizationsOrganizationsToTerraform(struct?: DataPolderOrganizationsOrganizations): any;
export declare function dataPolderOrganizationsOrganizationsToHclTerraform(struct?: DataPolderOrganizationsOrganizations): any;
export declare class DataPolderOrganizationsOrganizationsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderOrganizationsOrganizations | undefined;
    set internalValue(value: DataPolderOrganizationsOrganizations | undefined);
    get allowedRegions(): string[];
    private _conditions;
    get conditions(): DataPolderOrganizationsOrganizationsConditionsList;
    get cordonReason(): string;
    get createdAt(): string;
    get default(): cdktf.IResolvable;
    get deletionProtection(): cdktf.IResolvable;
    get description(): string;
    get displayName(): string;
    get forceDestroy(): cdktf.IResolvable;
    get generation(): number;
    get icon(): string;
    get id(): string;
    private _labels;
    get labels(): cdktf.StringMap;
    get name(): string;
    private _namespaces;
    get namespaces(): cdktf.StringMap;
    get observedGeneration(): number;
    get reconciled(): cdktf.IResolvable;
    get updatedAt(): string;
}
export declare class DataPolderOrganizationsOrganizationsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderOrganizationsOrganizationsOutputReference;
}
/**
* Represents a `polder_organizations`
*/
export declare class DataPolderOrganizations extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_organizations";
    /**
    * Generates CDKTF code for importing a DataPolderOrganizations resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderOrganizations to import
    * @param importFromId The id of the existing DataPolderOrganizations that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderOrganizations to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_organizations` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderOrganizationsConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderOrganizationsConfig);
    private _cordonReason?;
    get cordonReason(): string;
    set cordonReason(value: string);
    resetCordonReason(): void;
    get cordonReasonInput(): string | undefined;
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
    private _ids?;
    get ids(): string[];
    set ids(value: string[]);
    resetIds(): void;
    get idsInput(): string[] | undefined;
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
    resetName(): void;
    get nameInput(): string | undefined;
    private _organizations;
    get organizations(): DataPolderOrganizationsOrganizationsList;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
