// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface DeploymentConfig extends cdktf.TerraformMetaArguments {
    /**
    * The organization of everything that names none. Null leaves it as it is.
    */
    readonly defaultOrganization?: string;
    /**
    * The provider of every workspace that names none. Null leaves it as it is.
    */
    readonly defaultWorkspaceProvider?: string;
}
/**
* Represents a `polder_deployment`
*/
export declare class Deployment extends cdktf.TerraformResource {
    static readonly tfResourceType = "polder_deployment";
    /**
    * Generates CDKTF code for importing a Deployment resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Deployment to import
    * @param importFromId The id of the existing Deployment that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Deployment to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder_deployment` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DeploymentConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DeploymentConfig);
    get createdAt(): string;
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
    get id(): string;
    get uid(): string;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
