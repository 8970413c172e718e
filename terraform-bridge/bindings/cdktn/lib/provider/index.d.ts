// Generated from schemas/ by `npm run generate`. Edit those instead.
import { Construct } from 'constructs';
import * as cdktf from 'cdktn';
export interface PolderProviderConfig {
    /**
    * File with the certificate authorities, in PEM, that vouch for the API. Otherwise `POLDER_CA_FILE`, otherwise the public ones.
    */
    readonly caFile?: string;
    /**
    * The organization, by name or id, of every resource that names none. Otherwise the default one of the deployment.
    */
    readonly organization?: string;
    /**
    * API token. Otherwise `POLDER_TOKEN`.
    */
    readonly token?: string;
    /**
    * Address of the API, such as `https://polder.example.com`. Otherwise `POLDER_URL`.
    */
    readonly url?: string;
    /**
    * Alias name
    */
    readonly alias?: string;
}
/**
* Represents a `polder`
*/
export declare class PolderProvider extends cdktf.TerraformProvider {
    static readonly tfResourceType = "polder";
    /**
    * Generates CDKTF code for importing a PolderProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the PolderProvider to import
    * @param importFromId The id of the existing PolderProvider that should be imported. Refer to the `import section` in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the PolderProvider to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new `polder` Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options PolderProviderConfig = {}
    */
    constructor(scope: Construct, id: string, config?: PolderProviderConfig);
    private _caFile?;
    get caFile(): string | undefined;
    set caFile(value: string | undefined);
    resetCaFile(): void;
    get caFileInput(): string | undefined;
    private _organization?;
    get organization(): string | undefined;
    set organization(value: string | undefined);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    private _token?;
    get token(): string | undefined;
    set token(value: string | undefined);
    resetToken(): void;
    get tokenInput(): string | undefined;
    private _url?;
    get url(): string | undefined;
    set url(value: string | undefined);
    resetUrl(): void;
    get urlInput(): string | undefined;
    private _alias?;
    get alias(): string | undefined;
    set alias(value: string | undefined);
    resetAlias(): void;
    get aliasInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
