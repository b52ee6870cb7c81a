@echo off
rem Finds JDK 25, builds Sheaf where it is not built, and starts it.
rem SHEAF_JAVA_HOME: the JDK to use. SHEAF_OPTS: further options for the Java virtual machine.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"

set "FOUND="
if defined SHEAF_JAVA_HOME call :usable "%SHEAF_JAVA_HOME%"
if defined SHEAF_JAVA_HOME if not defined FOUND (
  echo sheaf: SHEAF_JAVA_HOME=%SHEAF_JAVA_HOME% is no JDK of version 25 or later; set it to one or unset it 1>&2
  exit /b 2
)
if not defined FOUND if defined JAVA_HOME call :usable "%JAVA_HOME%"
if not defined FOUND for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%USERPROFILE%\.jdks\*") do if not defined FOUND call :usable "%%~D"
if not defined FOUND for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :usable "%%~dp$PATH:J.."
if not defined FOUND (
  echo sheaf: needs JDK 25 or later, and found none. Install one: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
  exit /b 2
)

if not exist "%HOME_DIR%\lib\cli-*.jar" call :build
if errorlevel 1 exit /b 2

set "HEAP="
set "WORD="
set "VERB="
set "PROCESSES="
set "SPARK="
call :arguments %*
rem With worker processes the size is theirs; the one that hands out the work needs little.
if "%VERB%"=="launch" set "HEAP=1g"
if defined PROCESSES set "HEAP=1g"
if defined SPARK set "HEAP=1g"
if not defined HEAP if "%VERB%"=="te" set "HEAP=4g"
if not defined HEAP set "HEAP=1g"
echo %HEAP%| findstr /r /x "[1-9][0-9]*[kKmMgG]" >nul
if errorlevel 1 (
  echo sheaf: heap size `%HEAP%`: expected a size such as 900m or 4g 1>&2
  exit /b 2
)

set "CLASSES=%HOME_DIR%\lib\*;%HOME_DIR%\lib\optional\*"
set "OPTIONS="
rem Spark's jars are for those who ask for Spark.
if defined SPARK (
  if not exist "%HOME_DIR%\lib-spark\java-options" call :build_spark
  if errorlevel 1 exit /b 2
  set "SPARK_SCALA_VERSION=2.13"
  set "CLASSES=%HOME_DIR%\lib-spark\*;%HOME_DIR%\lib-spark\jars\*;%CLASSES%"
  set OPTIONS="@%HOME_DIR%\lib-spark\java-options" "-Dsheaf.spark=%HOME_DIR%\lib-spark" -Dslf4j.provider=org.apache.logging.slf4j.SLF4JServiceProvider
)

chcp 65001 >nul
"%FOUND%\bin\java.exe" -Xms16m -Xmx%HEAP% -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "-Dsheaf.home=%HOME_DIR%" %OPTIONS% %SHEAF_OPTS% -cp "%CLASSES%" io.sheaf.cli.Sheaf %*
exit /b %ERRORLEVEL%

rem Sets FOUND to the folder if it holds a JDK of version 25 or later.
:usable
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=.-+" %%M in ("%%~V") do if %%M GEQ 25 set "FOUND=%~1"
exit /b 0

rem Sets VERB, SPARK, and HEAP from --heap SIZE or --heap=SIZE; both arrive as two words. What follows --
rem belongs to a command.
:arguments
if "%~1"=="" exit /b 0
if "%~1"=="--" exit /b 0
if not defined VERB set "VERB=%~1"
if "%WORD%"=="--heap" set "HEAP=%~1"
if "%WORD%"=="--isolate" if "%~1"=="processes" set "PROCESSES=yes"
if "%WORD%"=="--on" set "SPARK=yes"
if "%WORD%/%~1"=="cluster/up" set "SPARK=yes"
set "WORD=%~1"
shift
goto arguments

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo sheaf: is not built, and mvn is missing; install Maven 1>&2
  exit /b 1
)
echo sheaf: building ... 1>&2
pushd "%HOME_DIR%"
set "JAVA_HOME=%FOUND%"
call mvn -q -B -Dquick -Dmaven.test.skip=true package -pl cli -am 1>&2
popd
if not exist "%HOME_DIR%\lib\cli-*.jar" (
  echo sheaf: the build failed, see above 1>&2
  exit /b 1
)
exit /b 0

:build_spark
echo sheaf: building Spark ... 1>&2
pushd "%HOME_DIR%"
set "JAVA_HOME=%FOUND%"
call mvn -q -B -Dquick -Dmaven.test.skip=true package -pl spark -am -P lib-spark 1>&2
popd
"%FOUND%\bin\java.exe" -cp "%HOME_DIR%\lib-spark\*;%HOME_DIR%\lib-spark\jars\*" io.sheaf.spark.JavaOptions "%HOME_DIR%\lib-spark\java-options"
if not exist "%HOME_DIR%\lib-spark\java-options" (
  echo sheaf: the build failed, see above 1>&2
  exit /b 1
)
exit /b 0
