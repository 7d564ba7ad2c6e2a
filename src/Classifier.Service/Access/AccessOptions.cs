namespace Classifier.Service.Access;

/// <summary>
/// Who may call, from <c>Classifier:Access</c>. With none of the credentials configured, whoever reaches the ports may
/// tag, and whoever calls from this machine may administer.
/// </summary>
internal sealed record AccessOptions
{
    /// <summary>
    /// Serve addresses other than loopback without TLS. <c>--insecure</c> on the command line sets it.
    /// </summary>
    public bool Insecure { get; init; }

    /// <summary>
    /// PEM file of the server's certificate and its chain. Both ports speak TLS with it. Read again when it changes.
    /// </summary>
    public string CertificateFile { get; init; } = "";

    /// <summary>
    /// PEM file of the certificate's key, unencrypted. Empty: it stands in <see cref="CertificateFile"/>.
    /// </summary>
    public string CertificateKeyFile { get; init; } = "";

    /// <summary>
    /// PEM file of the authorities whose client certificates are credentials. Needs TLS. Read again when it changes.
    /// </summary>
    public string ClientCaFile { get; init; } = "";

    /// <summary>Common names, joined by commas, whose certificates have the scope admin; all have tag.</summary>
    public string ClientCaAdmins { get; init; } = "";

    /// <summary>File of API keys, as <c>classifier key new</c> writes its lines. Read again when it changes.</summary>
    public string ApiKeyFile { get; init; } = "";

    /// <summary>
    /// Issuer that publishes its keys (OpenID Connect discovery), whose bearer tokens are credentials.
    /// </summary>
    public string JwtAuthority { get; init; } = "";

    /// <summary>JSON Web Key Set, in place of an authority. Read again when it changes.</summary>
    public string JwksFile { get; init; } = "";

    /// <summary>What <c>iss</c> must be; needed with <see cref="JwksFile"/>, otherwise the authority says it.</summary>
    public string JwtIssuer { get; init; } = "";

    /// <summary>What <c>aud</c> must hold.</summary>
    public string JwtAudience { get; init; } = "";

    /// <summary>Seconds that clocks may differ by: tokens count for so much longer, and earlier. 0 to 300.</summary>
    public int JwtSkewSeconds { get; init; } = 30;

    /// <summary>Seconds that the authority may take for an answer, 1 to 60. No call waits for it.</summary>
    public int JwtTimeoutSeconds { get; init; } = 5;

    /// <summary>Claim with the scopes, as a list or joined by spaces.</summary>
    public string JwtScopeClaim { get; init; } = "scope";

    /// <summary>Health answers without credentials.</summary>
    public bool HealthOpen { get; init; } = true;

    /// <summary>Reflection answers without credentials.</summary>
    public bool ReflectionOpen { get; init; }

    /// <summary>Measures can be scraped without credentials.</summary>
    public bool MetricsOpen { get; init; }

    /// <summary>
    /// Calls a minute that one client may make for long, a message of a stream counting as a call and a batch as one;
    /// 0 sets no limit. A client is a name, else an address.
    /// </summary>
    public int CallsPerMinute { get; init; }

    /// <summary>
    /// Calls that a client which was quiet may make at once; at least a 300th of <see cref="CallsPerMinute"/>.
    /// </summary>
    public int BurstCalls { get; init; } = 100;

    /// <summary>Seconds between two looks at files that may have changed.</summary>
    public int ReloadSeconds { get; init; } = 10;

    public bool HasTls => CertificateFile.Length > 0;

    public bool HasApiKeys => ApiKeyFile.Length > 0;

    public bool HasJwt => JwtAuthority.Length > 0 || JwksFile.Length > 0;

    public bool HasClientCertificates => ClientCaFile.Length > 0;

    public bool HasCredentials => HasApiKeys || HasJwt || HasClientCertificates;
}
