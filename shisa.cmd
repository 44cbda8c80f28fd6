@echo off
rem shisa: finds a Java 25 or newer, builds on first use, and runs. After a change of the sources delete the folder target.
rem No variable here begins with SHISA_: the program refuses those that it does not know.
setlocal EnableExtensions DisableDelayedExpansion

set "_root=%~dp0"
set "_java="

if defined JAVA_HOME call :consider "%JAVA_HOME%\bin\java.exe"
for %%J in (java.exe) do call :consider "%%~$PATH:J"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*") do call :consider "%%~D\bin\java.exe"
for /d %%D in ("%ProgramFiles%\Microsoft\jdk-*") do call :consider "%%~D\bin\java.exe"
for /d %%D in ("%ProgramFiles%\Java\*") do call :consider "%%~D\bin\java.exe"

if not defined _java goto :nojava
if exist "%_root%target\shisa.jar" if exist "%_root%target\lib\" goto :run
if not exist "%_root%pom.xml" goto :nosource

rem Maven asks JAVA_HOME first, so it is told which Java was found.
for %%I in ("%_java%") do set "_home=%%~dpI.."
if exist "%_home%\bin\javac.exe" set "JAVA_HOME=%_home%"
echo shisa: building, this takes a minute the first time 1>&2
pushd "%_root%"
call "%_root%mvnw.cmd" -B -q -ntp -DskipTests package 1>&2
if errorlevel 1 goto :nobuild
popd

:run
"%_java%" -XX:+UseSerialGC -Xshare:auto --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -cp "%_root%target\shisa.jar;%_root%target\lib\*" dev.shisa.cli.Main %*
exit /b %ERRORLEVEL%

:consider
if defined _java exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
set "_version="
set "_major=0"
set "_answer=%TEMP%\java-version-%RANDOM%-%RANDOM%.txt"
"%~1" -version >"%_answer%" 2>&1
rem The answer has a line such as: openjdk version "25.0.1" 2025-10-21
for /f "usebackq tokens=2,3" %%A in ("%_answer%") do if "%%A"=="version" set "_version=%%~B"
del "%_answer%" >nul 2>&1
if not defined _version exit /b 0
for /f "tokens=1 delims=.-+" %%M in ("%_version%") do set "_major=%%M"
if %_major% GEQ 25 set "_java=%~1"
exit /b 0

:nojava
echo shisa needs a Java runtime, version 25 or newer, and found none. 1>&2
echo Looked at JAVA_HOME, the PATH and the usual folders of Program Files. 1>&2
echo Install one, for example Eclipse Temurin 25, or set JAVA_HOME to it. 1>&2
exit /b 1

:nosource
echo shisa is not built, and there is nothing to build it from: %_root% 1>&2
exit /b 1

:nobuild
popd
echo shisa: the build failed 1>&2
exit /b 1
