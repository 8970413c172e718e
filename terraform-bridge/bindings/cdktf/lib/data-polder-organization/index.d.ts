// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataPolderOrganizationConfig extends cdktf.TerraformMetaArguments {
    /**
    * Opaque identifier, chosen by the server.
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * URL-safe name, unique in the deployment. It can be changed in place.
    */
    readonly name?: string;
}
export interface DataPolderOrganizationConditions {
}
export declare function dataPolderOrganizationConditionsToTerraform(struct?: DataPolderOrganizationConditions): any;
export declare function dataPolderOrganizationConditionsToHclTerraform(struct?: DataPolderOrganizationConditions): any;
export declare class DataPolderOrganizationConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderOrganizationConditions | undefined;
    set internalValue(value: DataPolderOrganizationConditions | undefined);
    get lastTransitionTime(): string;
    get message(): string;
    get observedGeneration(): number;
    get reason(): string;
    get status(): string;
    get type(): string;
}
export declare class DataPolderOrganizationConditionsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderOrganizationConditionsOutputReference;
}
/**
* Represents a `polder_organization`
*/
export declare class DataPolderOrganization extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_organization";
    /**
    * Generates CDKTF code for importing a DataPolderOrganization resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderOrganization to import
    * @param importFromId The id of the existing DataPolderOrganization that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderOrganization to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_organization` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderOrganizationConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderOrganizationConfig);
    get allowedRegions(): string[];
    private _conditions;
    get conditions(): DataPolderOrganizationConditionsList;
    get cordonReason(): string;
    get createdAt(): string;
    get default(): cdktf.IResolvable;
    get deletionProtection(): cdktf.IResolvable;
    get description(): string;
    get displayName(): string;
    get forceDestroy(): cdktf.IResolvable;
    get generation(): number;
    get icon(): string;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _labels;
    get labels(): cdktf.StringMap;
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string | undefined;
    private _namespaces;
    get namespaces(): cdktf.StringMap;
    get observedGeneration(): number;
    get reconciled(): cdktf.IResolvable;
    get updatedAt(): string;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
