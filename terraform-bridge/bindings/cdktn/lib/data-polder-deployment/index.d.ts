// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface DataPolderDeploymentConfig extends cdktf.TerraformMetaArguments {
}
/**
* Represents a `polder_deployment`
*/
export declare class DataPolderDeployment extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "polder_deployment";
    /**
    * Generates CDKTF code for importing a DataPolderDeployment resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataPolderDeployment to import
    * @param importFromId The id of the existing DataPolderDeployment that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataPolderDeployment to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_deployment` Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataPolderDeploymentConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataPolderDeploymentConfig);
    get createdAt(): string;
    get defaultOrganization(): string;
    get defaultOrganizationId(): string;
    get defaultWorkspaceProvider(): string;
    get defaultWorkspaceProviderId(): string;
    get generation(): number;
    get id(): string;
    get uid(): string;
    get updatedAt(): string;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
