/*
 * What exports of Mailchimp, HubSpot, Google, Outlook and Brevo, and people's own files, call the same thing, in
 * English, Spanish and Portuguese. Each list goes from the surest name to the last resort. Second addresses and second
 * phones are left out: a column taken for the first would hide it.
 */

const EMAIL =
  "Email, E-mail Address, Email Address, E-mail 1 - Value, Email 1, Primary Email, Work Email, Contact Email, Mail, Correo, " +
  "Correo electrónico, Dirección de correo electrónico, Dirección de correo, Dirección de email, Email principal, " +
  "Correo principal, Endereço de e-mail, Endereço de correio eletrônico, Endereço de correio eletrónico, Correio eletrônico, " +
  "Correio eletrónico, E-mail principal, Usuario email, User email, Subscriber";

const MOBILE =
  "Mobile, Mobile Phone, Mobile Number, Mobile Phone Number, Cell, Cell Phone, Cellphone, Celular, Móvil, Teléfono móvil, " +
  "Teléfono celular, Número de móvil, Número de celular, Número celular, Telemóvel, Telefone celular, Telefone móvel, SMS, SMS Number, SMS Phone Number, WhatsApp, MSISDN";

const PHONE =
  "Phone, Phone Number, Telephone, Telephone Number, Phone 1 - Value, Primary Phone, Teléfono, Número de teléfono, Fono, " +
  "Tel, Telefone, Número de telefone, Home Phone, Teléfono particular, Business Phone, Work Phone, Teléfono del trabajo";

export const KNOWN_HEADERS = {
  email: EMAIL,
  mobile: `${MOBILE}, ${PHONE}`,
  phone: `${PHONE}, ${MOBILE}`,
  firstName:
    "First Name, Firstname, FNAME, Given Name, Forename, Nombre, Nombres, Primer nombre, Nombre de pila, Primeiro nome, Nome, Name",
  middleName: "Middle Name, Segundo nombre, Additional Name, Nome do meio",
  lastName:
    "Last Name, Lastname, LNAME, Surname, Family Name, Apellido, Apellidos, Primer apellido, Sobrenome, Apelido, Último nome",
  fullName:
    "Full Name, Name, Display Name, Contact Name, Nombre completo, Nombre y apellido, Nombre y apellidos, Nome completo, File As, Nombre, Nome",
  prefix: "Name Prefix, Title, Salutation, Tratamiento, Saludo, Tratamento, Título",
  suffix: "Name Suffix, Suffix, Sufijo, Sufixo",
  nickname: "Nickname, Apodo, Sobrenombre, Alias, Apelido",
  company:
    "Company, Company Name, Organization Name, Organization, Organisation, Associated Company, Organization 1 - Name, " +
    "Empresa, Nombre de la empresa, Compañía, Organización, Razón social, Nome da empresa, Companhia, Organização",
  jobTitle:
    "Job Title, Organization Title, Organization 1 - Title, Position, Role, Cargo, Puesto, Profesión, Cargo laboral, Função, Profissão",
  department: "Department, Organization Department, Departamento, Área",
  street:
    "Address, Street, Street Address, Home Street, Home Address, Address 1 - Street, Address Line 1, Dirección, Calle, Domicilio, Endereço, Rua, Morada, Business Street",
  city: "City, Town, Home City, Address 1 - City, Ciudad, Comuna, Localidad, Municipio, Cidade, Município, Localidade, Business City",
  region:
    "State, Region, Province, State/Region, State/Province, Home State, Address 1 - Region, Región, Provincia, Estado, Departamento, Região, Província, Business State",
  postalCode:
    "Postal Code, Zip, Zip Code, Zip/Postal Code, Home Postal Code, Address 1 - Postal Code, Código postal, CP, CEP, Business Postal Code",
  country:
    "Country, Country/Region, Home Country/Region, Home Country, Address 1 - Country, País, País/Región, País o región, CC, Business Country/Region",
  birthday:
    "Birthday, Birth Date, Birthdate, Date of Birth, DOB, Cumpleaños, Fecha de nacimiento, Nacimiento, Aniversário, Data de nascimento, Nascimento",
  gender: "Gender, Sex, Género, Sexo, Gênero",
  language: "Language, Preferred Language, Idioma, Idioma preferido, Lengua, Língua",
  timeZone: "Time Zone, Timezone, Zona horaria, Fuso horário",
  website:
    "Website, Website URL, Web Page, Web, URL, Website 1 - Value, Sitio web, Página web, URL del sitio web, Site, Página da web",
  tags: "Tags, Labels, Group Membership, Categories, Etiquetas, Categorías, Categorias, Marcadores",
  notes: "Notes, Note, Comments, Notas, Nota, Observaciones, Comentarios, Observações, Comentários",
  source: "Source, Lead Source, Original Source, Origen, Fuente, Origem, Fonte",
  owner: "Contact owner, Owner, Propietario, Propietario del contacto, Proprietário, Proprietário do contato",
  leadStatus: "Lead Status, Estado del lead, Status do lead",
  id: "Record ID, ID, Contact ID, Identifier, Identificador, LEID, ID de registro, ID del contacto",
  signedUp:
    "Date registered, Create Date, Created At, Signup Date, OPTIN_TIME, Added at, Date added, Fecha de registro, Fecha de alta, " +
    "Fecha de creación, Data de cadastro, Data de criação, Data de registro, CONFIRM_TIME",
} as const satisfies Record<string, string>;
