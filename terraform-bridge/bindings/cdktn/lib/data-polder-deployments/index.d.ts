// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface DataPolderDeploymentsConfig extends cdktf.TerraformMetaArguments {
    /**
    * The organization of everything that names none. Null leaves it as it is.
    */
    readonly defaultOrganization?: string;
    /**
    * The provider of every workspace that names none. Null leaves it as it is.
    */
    readonly defaultWorkspaceProvider?: string;
    /**
    * Only those with one of these ids.
    */
    readonly ids?: string[];
}
export interface DataPolderDeploymentsDeployments {
}
export declare function dataPolderDeploymentsDeploymentsToTerraform(struct?: DataPolderDeploymentsDeployments): any;
export declare function dataPolderDeploymentsDeploymentsToHclTerraform(struct?: DataPolderDeploymentsDeployments): any;
export declare class DataPolderDeploymentsDeploymentsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataPolderDeploymentsDeployments | undefined;
    set internalValue(value: DataPolderDeploymentsDeployments | undefined);
    get createdAt(): string;
    get defaultOrganization(): string;
    get defaultOrganizationId(): string;
    get defaultWorkspaceProvider(): string;
    get defaultWorkspaceProviderId(): string;
    get generation(): number;
    get id(): string;
    get uid(): string;
    get updatedAt(): string;
}
export declare class DataPolderDeploymentsDeploymentsList extends cdktf.ComplexList {
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
    get(index: number): DataPolderDeploymentsDeploymentsOutputReference;
}
/**
* Represents a `polder_deployments`
*/
export declare class DataPolderDeployments extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_deployments";
    /**
    * Generates CDKTF code for importing a DataPolderDeployments resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderDeployments to import
    * @param importFromId The id of the existing DataPolderDeployments that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderDeployments to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_deployments` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderDeploymentsConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderDeploymentsConfig);
    private _defaultOrganization?;
    get defaultOrganization(): string;
    set defaultOrganization(value: string);
    resetDefaultOrganization(): void;
    get defaultOrganizationInput(): string | undefined;
    private _defaultWorkspaceProvider?;
    get defaultWorkspaceProvider(): string;
    set defaultWorkspaceProvider(value: string);
    resetDefaultWorkspaceProvider(): void;
    get defaultWorkspaceProviderInput(): string | undefined;
    private _deployments;
    get deployments(): DataPolderDeploymentsDeploymentsList;
    private _ids?;
    get ids(): string[];
    set ids(value: string[]);
    resetIds(): void;
    get idsInput(): string[] | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
