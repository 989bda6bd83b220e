# Puts the certificate for signing where signtool finds it, on a runner with Windows.
# Everything secret comes in the environment: RELEASING.md has the names.
$ErrorActionPreference = 'Stop'

if (-not $env:CERTIFICATE) {
  Write-Output '::notice::No certificate: the installers for Windows are not signed.'
  exit 0
}

$file = Join-Path $env:RUNNER_TEMP 'certificate.pfx'
try {
  [IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:CERTIFICATE))
  $password = ConvertTo-SecureString -String $env:CERTIFICATE_PASSWORD -AsPlainText -Force
  $certificate = Import-PfxCertificate -FilePath $file -CertStoreLocation Cert:\CurrentUser\My -Password $password |
    Where-Object HasPrivateKey | Select-Object -First 1
} finally {
  Remove-Item -Force -ErrorAction SilentlyContinue $file
}
Add-Content -Path $env:GITHUB_ENV -Value "CONFAB_WINDOWS_CERTIFICATE_SHA1=$($certificate.Thumbprint)"

# signtool comes with the Windows SDK, which is not on the PATH.
$signtool = Get-Item "${env:ProgramFiles(x86)}\Windows Kits\10\bin\10.*\x64\signtool.exe" |
  Sort-Object { [version]$_.Directory.Parent.Name } | Select-Object -Last 1
Add-Content -Path $env:GITHUB_PATH -Value $signtool.DirectoryName
